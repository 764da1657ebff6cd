package io.github.videotasks.contract.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Records the session that the README of the command line shows. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class RecordedSessionIT {
  private static final Path README =
      RepositoryLayout.find().root().resolve("client-ext/cli/README.md");

  /** The block of the README, which begins with a command. */
  private static final Pattern GOLDEN =
      Pattern.compile("(?s)(?<=```text\n)\\$ video-tasks .*?(?=```)");

  @TempDir private Path folder;

  @Test
  void showsWhatTheReadmeShows() throws Exception {
    String session;
    try (FileGateway gateway = FileGateway.start("chainhub-grok")) {
      TerminalFixture cli = new TerminalFixture(folder, gateway.url());
      cli.environment.put("NO_COLOR", "1");
      RecordedSession recorded = new RecordedSession(cli);
      recorded.run("get", "waiting:demo");
      recorded.run("await", "waiting*3,finished:demo", "--every", "1s");
      recorded.run("watch", "waiting*3,finished:a", "waiting,failed:b", "--every", "1s");
      recorded.run(
          terminal -> awaitRate(terminal, gateway),
          "download",
          "finished:demo",
          "--private-networks");
      String id = "waiting*4,finished:long";
      recorded.run(
          RecordedSessionIT::pressCtrlC, "await", id, "--every", "1s", "--resume", "wait.json");
      recorded.run("await", "--every", "1s", "--resume", "wait.json");
      session = recorded.text().replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:8765").strip() + "\n";
    }
    Matcher golden = GOLDEN.matcher(Files.readString(README));
    assertThat(golden.find()).as("a session in %s", README).isTrue();
    String expected = golden.group();
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(README, golden.replaceFirst(Matcher.quoteReplacement(session)));
      expected = session;
    }
    assertThat(RecordedSession.normalize(session))
        .as("%s; accept with: mvn verify -Dspec.accept", README)
        .isEqualTo(RecordedSession.normalize(expected));
  }

  private static void awaitRate(PseudoTerminal terminal, FileGateway gateway)
      throws InterruptedException {
    terminal.awaitScreen(screen -> screen.contains(" left "));
    gateway.release();
  }

  /** Waits for the first response; a screen before it shows no stage. */
  private static void pressCtrlC(PseudoTerminal terminal) throws IOException, InterruptedException {
    terminal.awaitScreen(screen -> screen.contains("queued") && screen.contains("next poll"));
    terminal.interrupt();
  }
}
