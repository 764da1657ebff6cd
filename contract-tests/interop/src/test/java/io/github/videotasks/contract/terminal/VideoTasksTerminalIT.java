package io.github.videotasks.contract.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped {@code video-tasks} in a pseudo-terminal, against the replay server. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class VideoTasksTerminalIT {
  private static final String ESCAPE = "\u001b";

  @TempDir private Path folder;
  private FileGateway gateway;
  private TerminalFixture cli;

  @BeforeEach
  void start() throws Exception {
    gateway = FileGateway.start("chainhub-grok");
    cli = new TerminalFixture(folder, gateway.url());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static void assertNoSecret(PseudoTerminal terminal) {
    assertThat(terminal.raw()).doesNotContain(TerminalFixture.KEY, FileGateway.SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | get finished",
        "0 | await waiting,finished --every 1s",
        "0 | watch waiting,finished:a finished:b --every 1s",
        "1 | get failed",
        "1 | await waiting,failed --every 1s",
        "1 | watch failed:a finished:b",
        "2 | get",
        "4 | await waiting*9 --every 1s --deadline 2s",
      })
  void endsWithCode(int code, String args) throws Exception {
    PseudoTerminal terminal = cli.start(args.split(" "));

    assertThat(terminal.awaitEnd()).as(terminal.screen()).isEqualTo(code);
    assertNoSecret(terminal);
  }

  @Test
  void reportsUnreachableGateway() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    cli.environment.put("VIDEO_TASKS_GATEWAY", "http://127.0.0.1:" + closed);
    PseudoTerminal terminal = cli.start("get", "finished");

    assertThat(terminal.awaitEnd()).as(terminal.screen()).isEqualTo(3);
  }

  /** A JVM without the module that OkHttp logs with. */
  @Test
  void reportsDefectOnOneLine() throws Exception {
    cli.environment.put("VIDEO_TASKS_OPTS", "--limit-modules=java.base");
    PseudoTerminal terminal = cli.start("get", "finished");

    assertThat(terminal.awaitEnd()).as(terminal.screen()).isEqualTo(70);
    assertThat(terminal.raw().strip())
        .startsWith("video-tasks: an error in the program itself: NoClassDefFoundError: ")
        .doesNotContain("\n");
  }

  @Test
  void continuesAfterCtrlC() throws Exception {
    String[] command = {"await", "waiting*4,finished", "--every", "1s", "--resume", "wait.json"};
    PseudoTerminal first = cli.start(command);
    first.awaitScreen(screen -> screen.contains("next poll"));
    first.interrupt();

    assertThat(first.awaitEnd()).isEqualTo(130);
    assertThat(first.screen()).isEqualTo("interrupted; continue with --resume wait.json");
    assertThat(Files.readString(folder.resolve("wait.json"))).contains("\"waiting*4,finished\"");
    PseudoTerminal second = cli.start("await", "--every", "1s", "--resume", "wait.json");
    assertThat(second.awaitEnd()).as(second.screen()).isZero();
    assertThat(folder.resolve("wait.json")).doesNotExist();
    assertThat(second.screen()).startsWith("task      waiting*4,finished\nstage     succeeded");
  }

  @Test
  void downloadsWithBarRateAndTimeLeft() throws Exception {
    PseudoTerminal terminal = cli.start("download", "finished", "--private-networks");
    terminal.awaitScreen(screen -> screen.matches("(?s)\\[#*-*] .*MB/s  \\d+:\\d\\d left  video"));
    gateway.release();

    assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
    assertThat(terminal.screen()).startsWith("finished.mp4  13,107,200 bytes  video/mp4  sha256 ");
    assertThat(folder.resolve("finished.mp4")).hasSize(13_107_200);
    assertNoSecret(terminal);
  }

  @Test
  void coloursOnlyOnRequest() throws Exception {
    String[] command = {"await", "waiting,finished", "--every", "1s"};

    assertThat(cli.run(command).raw()).contains(ESCAPE + "[2mqueued");
    cli.environment.put("NO_COLOR", "1");
    command[1] += ":again";
    assertThat(cli.run(command).raw())
        .contains("queued")
        .doesNotContainPattern(ESCAPE + "\\[\\d+m");
  }

  @Test
  void writesNoEscapeWithoutTerminal() throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$0\" \"$@\" 2>&1 | cat"));
    command.addAll(List.of(cli.script(), "watch", "waiting,finished", "--every", "1s"));
    PseudoTerminal terminal = PseudoTerminal.start(folder, Map.copyOf(cli.environment), command);
    terminal.awaitEnd();

    assertThat(terminal.raw()).startsWith("waiting,finished: queued (").doesNotContain(ESCAPE);
  }
}
