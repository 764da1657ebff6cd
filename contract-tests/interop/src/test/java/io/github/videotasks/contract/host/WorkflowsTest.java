package io.github.videotasks.contract.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.docs.MavenCommand;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflows and the settings of Dependabot: complete, least rights, commands that exist. */
class WorkflowsTest {
  private static final Map<String, JsonNode> WORKFLOWS = HostFiles.readAll("workflows");
  private static final Pattern PINNED = Pattern.compile("actions/[a-z/-]+@v\\d+");

  @Test
  void readsEveryWorkflow() {
    assertThat(WORKFLOWS)
        .containsOnlyKeys("release-dry-run.yml", "site.yml", "verify.yml", "watch.yml");
  }

  @Test
  void declareTriggerAndRights() {
    assertThat(WORKFLOWS.values())
        .allSatisfy(it -> assertThat(it.has("name") && it.has("on")).isTrue())
        .allSatisfy(it -> assertThat(it.has("permissions")).isTrue());
  }

  /** Without a limit, a job that hangs runs for six hours. */
  @Test
  void jobsHaveMachineTimeLimitAndSteps() {
    assertThat(jobs())
        .allSatisfy(it -> assertThat(it.path("runs-on").asText()).isNotBlank())
        .allSatisfy(it -> assertThat(it.path("timeout-minutes").asInt()).isPositive())
        .allSatisfy(it -> assertThat(it.path("steps")).isNotEmpty());
  }

  @Test
  void stepsRunOneCommandOrPinnedAction() {
    assertThat(steps()).allSatisfy(it -> assertThat(it.has("run") ^ it.has("uses")).isTrue());
    assertThat(steps().stream().filter(it -> it.has("uses")).map(it -> it.path("uses").asText()))
        .allMatch(it -> PINNED.matcher(it).matches());
  }

  /** A value of an event in a command would be run by the shell. */
  @Test
  void commandsExist() {
    List<String> commands =
        steps().stream().map(it -> it.path("run").asText()).filter(it -> !it.isEmpty()).toList();

    assertThat(commands).isNotEmpty().noneMatch(it -> it.contains("${{"));
    for (String command : commands) {
      if (command.startsWith("mvn ")) {
        assertThat(MavenCommand.problems(List.of(command.split("\\s+", -1)))).as(command).isEmpty();
      } else {
        assertThat(HostFiles.ROOT.resolve(command.split(" ", 2)[0])).isExecutable();
      }
    }
  }

  @Test
  void jobThatPublishesSiteRunsNoCommand() {
    JsonNode publish = HostFiles.read("workflows", "site.yml").at("/jobs/publish");

    assertThat(publish.path("permissions"))
        .hasToString("{\"pages\":\"write\",\"id-token\":\"write\"}");
    assertThat(publish.path("steps")).noneMatch(it -> it.has("run"));
  }

  @Test
  void dryRunOfReleaseHasNoSecretAndCannotWrite() {
    JsonNode dryRun = HostFiles.read("workflows", "release-dry-run.yml");

    assertThat(dryRun.path("permissions")).hasToString("{\"contents\":\"read\"}");
    assertThat(dryRun.toString()).doesNotContain("secrets.").contains("-Prelease verify");
  }

  @Test
  void dependabotReadsFoldersThatExist() {
    JsonNode settings = HostFiles.read(".", "dependabot.yml");
    Map<String, String> files =
        Map.of("maven", "pom.xml", "npm", "package.json", "github-actions", ".github/workflows");

    assertThat(settings.path("version").asInt()).isEqualTo(2);
    assertThat(settings.path("updates").findValuesAsText("package-ecosystem"))
        .containsExactlyInAnyOrderElementsOf(files.keySet());
    for (JsonNode update : settings.path("updates")) {
      String file =
          files.getOrDefault(update.path("package-ecosystem").asText(), "unknown ecosystem");
      assertThat(update.at("/schedule/interval").asText()).isIn("daily", "weekly", "monthly");
      for (String folder : folders(update)) {
        assertThat(HostFiles.ROOT.resolve(folder.substring(1)).resolve(file)).exists();
      }
    }
  }

  private static List<String> folders(JsonNode update) {
    Stream<JsonNode> folders =
        update.has("directory")
            ? Stream.of(update.path("directory"))
            : update.path("directories").valueStream();
    return folders.map(JsonNode::asText).toList();
  }

  private static List<JsonNode> jobs() {
    return WORKFLOWS.values().stream()
        .flatMap(it -> it.path("jobs").properties().stream())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<JsonNode> steps() {
    return jobs().stream().flatMap(it -> it.path("steps").valueStream()).toList();
  }
}
