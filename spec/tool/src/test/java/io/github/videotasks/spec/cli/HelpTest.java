package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden tests for the help text of each command; the expected files are in src/test/help. */
class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec-tool",
        "merge",
        "check",
        "diff",
        "correct",
        "findings",
        "import",
        "observe",
        "watch",
        "summary"
      })
  void printsExpectedHelp(String command) throws IOException {
    StringWriter out = new StringWriter();
    String[] args =
        command.equals("spec-tool") ? new String[] {"--help"} : new String[] {command, "--help"};
    int exit = SpecTool.run(new PrintWriter(out, true), new PrintWriter(new StringWriter()), args);
    String text = out.toString().replace(System.lineSeparator(), "\n");
    Path file = Path.of("src/test/help", command + ".txt");
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(file, text);
    }
    assertThat(exit).isZero();
    assertThat(text)
        .as("To accept: mvn -pl spec/tool verify -Dspec.accept")
        .isEqualTo(Files.readString(file));
  }
}
