package io.github.videotasks.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.cli.VideoTasksCommand;
import io.github.videotasks.contract.cli.ContractVerifier;
import io.github.videotasks.spec.cli.SpecTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every command of a document exists: modules, profiles, properties and test classes of Maven, and
 * the options of our programs. Other programs are listed in other-programs.tsv.
 */
class CommandsTest {

  private static final Map<String, String> OTHER_PROGRAMS = new TreeMap<>();

  @BeforeAll
  static void readOtherPrograms() throws IOException {
    try (InputStream list = CommandsTest.class.getResourceAsStream("other-programs.tsv")) {
      new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .forEach(columns -> OTHER_PROGRAMS.put(columns[0], columns[1]));
    }
  }

  private static Stream<MarkdownCode> documented() {
    return Stream.concat(
        MarkdownCode.blocks().stream().filter(block -> block.language().isEmpty()),
        MarkdownCode.mavenSpans().stream());
  }

  @Test
  void everyCommandExists() {
    List<String> problems = new ArrayList<>();
    List<MarkdownCode> documented = documented().toList();
    for (MarkdownCode code : documented) {
      for (String line : code.commands()) {
        for (String command : simpleCommands(line)) {
          problem(command.strip()).forEach(found -> problems.add(code.place() + ": " + found));
        }
      }
    }

    assertThat(documented).hasSizeGreaterThan(30);
    assertThat(problems).isEmpty();
  }

  /** Returns the commands of a line; of a loop of the shell, the commands after it. */
  private static String[] simpleCommands(String line) {
    return line.replaceFirst("^for .* done; ", "").split(" && |; | & ", -1);
  }

  private static List<String> problem(String command) {
    List<String> words = Arrays.asList(command.split("\\s+", -1));
    String program = programOf(words);
    return switch (program) {
      case "mvn" -> MavenCommand.problems(words);
      case "spec-tool", "contract-verifier", "video-tasks" -> unknownOptions(program, words);
      default ->
          OTHER_PROGRAMS.containsKey(program)
              ? List.of()
              : List.of(
                  "expected a program of this project or of other-programs.tsv, found " + program);
    };
  }

  /** Returns the name of the program, for a jar the name of the jar. */
  private static String programOf(List<String> words) {
    String file = words.get(0).equals("java") ? words.get(words.indexOf("-jar") + 1) : words.get(0);
    return file.replaceFirst(".*/", "").replaceFirst("\\.jar$", "");
  }

  private static List<String> unknownOptions(String program, List<String> words) {
    int first = words.get(0).equals("java") ? words.indexOf("-jar") + 2 : 1;
    List<String> arguments = words.subList(first, words.size());
    int depth = arguments.get(0).equals("broker") ? 2 : 1;
    List<String> help = new ArrayList<>(arguments.subList(0, depth));
    help.add("--help");
    ByteArrayOutputStream usage = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(usage, true, StandardCharsets.UTF_8);
    PrintWriter out = new PrintWriter(stream, true, StandardCharsets.UTF_8);
    String[] line = help.toArray(String[]::new);
    int exit =
        switch (program) {
          case "spec-tool" -> SpecTool.run(out, out, line);
          case "video-tasks" -> VideoTasksCommand.run(stream, stream, line);
          default -> ContractVerifier.run(out, out, Map.of(), line);
        };
    if (exit != 0) {
      return List.of(program + " has no command " + help);
    }
    return arguments.stream()
        .filter(argument -> argument.startsWith("--"))
        .map(argument -> argument.replaceFirst("=.*", ""))
        .filter(
            option -> !usage.toString(StandardCharsets.UTF_8).matches("(?s).*" + option + "\\b.*"))
        .map(option -> String.join(" ", arguments.subList(0, depth)) + " has no option " + option)
        .toList();
  }
}
