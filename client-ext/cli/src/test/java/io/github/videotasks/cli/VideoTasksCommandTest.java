package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, version, completion, and defects of the program. */
class VideoTasksCommandTest {
  private final CliFixture cli = new CliFixture("completed");

  @ParameterizedTest
  @ValueSource(strings = {"", "get", "await", "watch", "download", "fetch", "record"})
  void describesCommand(String command) {
    assertThat(cli.run((command + " --help").strip().split(" "))).isZero();
    assertThat(cli.out()).startsWith("Usage: video-tasks " + command).contains("--stacktrace");
    assertThat(cli.run((command + " --version").strip().split(" "))).isZero();
    assertThat(cli.out()).isEqualTo("video-tasks unpacked\n");
  }

  @Test
  void listsExitCodes() {
    cli.run("--help");
    assertThat(cli.out().lines().map(String::strip))
        .contains("4     the wait timed out", "130   interrupted");
  }

  @Test
  void writesCompletionScript() {
    assertThat(cli.run("generate-completion")).isZero();
    assertThat(cli.out()).contains("_picocli_video-tasks_await()", "--deadline");
  }

  @Test
  void suggestsSimilarCommand() {
    assertThat(cli.run("downlod", "a")).isEqualTo(2);
    assertThat(cli.err()).hasLineCount(1).contains("did you mean download");
  }

  @Test
  void printsOneLineForDefect() {
    cli.defective();

    assertThat(cli.run("get", "a")).isEqualTo(70);
    assertThat(cli.err())
        .startsWith(
            "video-tasks: an error in the program itself: IllegalStateException: a defect. ")
        .hasLineCount(1);
    cli.run("get", "a", "--stacktrace");
    assertThat(cli.err()).contains("\tat io.github.videotasks.cli.");
  }
}
