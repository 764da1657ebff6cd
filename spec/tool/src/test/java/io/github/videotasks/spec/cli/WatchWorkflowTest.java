package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The workflow that watches the pages, and the commands that it runs. */
class WatchWorkflowTest {
  private static final Path ROOT = Path.of("../..");

  private JsonNode workflow;
  private JsonNode watch;
  private JsonNode propose;

  @BeforeEach
  void read() throws IOException {
    workflow = readWorkflow("watch.yml");
    watch = workflow.at("/jobs/watch");
    propose = workflow.at("/jobs/propose");
  }

  @Test
  void jobThatReadsPagesCanWriteNothingAndHasNoSecret() {
    assertThat(workflow.path("permissions")).isEmpty();
    assertThat(watch.path("permissions")).hasToString("{\"contents\":\"read\"}");
    assertThat(watch.toString()).doesNotContain("secrets.", "github.token", "GITHUB_TOKEN");
    assertThat(watch.at("/steps/0/with/persist-credentials").asBoolean(true)).isFalse();
  }

  /** The token of the workflow itself would start no checks. */
  @Test
  void jobThatWritesUsesATokenOfItsOwnAndRunsNoBuild() {
    assertThat(propose.path("permissions"))
        .hasToString("{\"contents\":\"write\",\"pull-requests\":\"write\"}");
    assertThat(propose.at("/steps/0/with/token").asText()).isEqualTo("${{ secrets.WATCH_TOKEN }}");
    assertThat(propose.at("/steps/2/env/GH_TOKEN").asText())
        .isEqualTo("${{ secrets.WATCH_TOKEN }}");
    assertThat(propose.toString()).doesNotContain("mvn", "spec-tool", "setup-java");
  }

  /** A value of a page or of an event in a command would be run by the shell. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void commandsAreScriptsOfTheRepositoryWithoutExpressions() {
    List<String> commands =
        steps().map(step -> step.path("run").asText()).filter(r -> !r.isEmpty()).toList();
    assertThat(commands).hasSize(2).noneMatch(command -> command.contains("${{"));
    for (String command : commands) {
      assertThat(ROOT.resolve(command.split(" ", 2)[0])).isExecutable();
    }
  }

  @Test
  void actionsArePinnedAsInTheBuild() throws IOException {
    Pattern pinned = Pattern.compile("actions/[a-z/-]+@v\\d+");
    assertThat(steps().map(step -> step.path("uses").asText()).filter(u -> !u.isEmpty()))
        .hasSize(7)
        .allMatch(action -> pinned.matcher(action).matches());
    String build = readWorkflow("verify.yml").toString();
    for (String action : List.of("actions/checkout@v4", "actions/setup-java@v4")) {
      assertThat(workflow.toString()).contains(action);
      assertThat(build).contains(action);
    }
  }

  @Test
  void optionsOfTheScriptExist() throws IOException {
    String script = Files.readString(ROOT.resolve(".ci/watch-pages"));
    String command =
        script.lines().filter(line -> line.contains("spec-tool watch --")).findFirst().orElse("");
    Set<String> options = new TreeSet<>();
    Pattern.compile("--[a-z-]+")
        .matcher(command)
        .results()
        .map(MatchResult::group)
        .forEach(options::add);
    StringWriter help = new StringWriter();
    SpecTool.run(new PrintWriter(help), new PrintWriter(help), "watch", "--help");
    assertThat(options).containsExactly("--memory", "--spec");
    assertThat(help.toString()).contains(options);
  }

  private Stream<JsonNode> steps() {
    return StreamSupport.stream(workflow.path("jobs").spliterator(), false)
        .flatMap(job -> StreamSupport.stream(job.path("steps").spliterator(), false));
  }

  private static JsonNode readWorkflow(String name) throws IOException {
    return new YAMLMapper().readTree(ROOT.resolve(".github/workflows").resolve(name).toFile());
  }
}
