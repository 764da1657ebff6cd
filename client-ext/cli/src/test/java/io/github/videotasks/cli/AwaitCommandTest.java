package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code await} in virtual time. */
class AwaitCommandTest {
  @TempDir private Path folder;

  @Test
  void showsStageBarTimesAndEstimatedEnd() {
    CliFixture cli =
        new CliFixture("pending", "processing 25", "processing 50", "completed").onTerminal(24);

    assertThat(cli.run("await", "a", "--every", "10s")).isZero();
    assertThat(cli.frames)
        .contains(
            "queued    [                    ]   ? %  0:05  next poll 0:05  end in ~4:01",
            "running   [#####---------------]  25 %  0:12  next poll 0:08  end in ~0:18",
            "running   [##########----------]  50 %  0:24  next poll 0:05  end in ~0:08",
            "succeeded [                    ]   ? %  0:30");
    assertThat(cli.out()).startsWith("task      a\nstage     succeeded (completed)\n");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void printsChangesWithoutTerminal() {
    CliFixture cli = new CliFixture("pending", "pending", "processing 40", "completed");

    cli.run("await", "a", "--every", "10s");
    assertThat(cli.err())
        .isEqualTo(
            """
            a: queued (pending), 0:00
            a: running (processing), 40 %, 0:20
            a: succeeded (completed), 0:30
            """);
  }

  @Test
  void reportsFailedPolls() {
    CliFixture cli = new CliFixture("pending", "SERVER_ERROR 502", "RATE_LIMITED", "completed");

    assertThat(cli.run("await", "a", "--every", "10s")).isZero();
    assertThat(cli.err())
        .contains("a: queued (pending), 0:10, last poll failed\n")
        .contains("a: queued (pending), 0:20, rate limited\n");
  }

  @Test
  void returnsCodeOfEnd() {
    assertThat(new CliFixture("pending", "failed").run("await", "a")).isEqualTo(1);
    assertThat(new CliFixture("TASK_NOT_FOUND 404").run("await", "a")).isEqualTo(1);
    assertThat(new CliFixture("CONNECTION").run("await", "a")).isEqualTo(3);
    CliFixture slow = new CliFixture("pending");
    assertThat(slow.run("await", "a", "--deadline", "90s")).isEqualTo(4);
    assertThat(slow.time.nanoTime()).isEqualTo(Duration.ofSeconds(90).toNanos());
    assertThat(slow.err().lines()).last().asString().contains("QUEUED (pending)");
  }

  @Test
  void continuesAfterInterruption() throws Exception {
    Path file = folder.resolve("wait.json");
    CliFixture cli =
        new CliFixture("pending", "processing 10", "processing 50", "completed")
            .interruptAfter(Duration.ofSeconds(12));

    assertThat(cli.run("await", "a", "--every", "10s", "--resume", file.toString())).isEqualTo(130);
    assertThat(cli.err()).endsWith("interrupted; continue with --resume " + file + "\n");
    assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"a\"");
    assertThat(cli.run("await", "--every", "10s", "--resume", file.toString())).isZero();
    assertThat(cli.err()).startsWith("a: running (processing), 50 %, 0:12\n");
    assertThat(file).doesNotExist();
    assertThat(cli.script.responses()).hasSize(4);
  }

  @Test
  void keepsDeadlineOfInterruptedWait() {
    String file = folder.resolve("wait.json").toString();
    CliFixture cli = new CliFixture("pending").interruptAfter(Duration.ofSeconds(50));

    cli.run("await", "a", "--deadline", "60s", "--resume", file);
    assertThat(cli.run("await", "--deadline", "1h", "--resume", file)).isEqualTo(4);
    assertThat(cli.time.nanoTime()).isEqualTo(Duration.ofSeconds(60).toNanos());
  }

  @Test
  void keepsFileOfWaitThatEndsBeforeItsTask() {
    Path file = folder.resolve("wait.json");
    CliFixture cli = new CliFixture("pending");

    assertThat(cli.run("await", "a", "--deadline", "60s", "--resume", file.toString()))
        .isEqualTo(4);
    assertThat(cli.err()).contains("continue with --resume " + file + "\n");
    assertThat(file).isNotEmptyFile();
    Path other = folder.resolve("other.json");
    cli = new CliFixture("pending", "UNAUTHORIZED 401");
    assertThat(cli.run("await", "a", "--resume", other.toString())).isEqualTo(1);
    assertThat(other).isNotEmptyFile();
  }

  @Test
  void deletesFileOfTaskThatTheGatewayDoesNotKnow() {
    Path file = folder.resolve("wait.json");

    new CliFixture("TASK_NOT_FOUND 404").run("await", "a", "--resume", file.toString());
    assertThat(file).doesNotExist();
  }

  @Test
  void namesFileThatCannotBeRead() throws Exception {
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 10});
    CliFixture cli = new CliFixture("pending");

    assertThat(cli.run("await", "--resume", bytes.toString())).isEqualTo(2);
    assertThat(cli.err()).startsWith("--resume: " + bytes + ":1: ");
    assertThat(cli.run("await", "--resume", folder.toString())).isEqualTo(2);
    assertThat(cli.err())
        .startsWith("--resume: expected a file of at most 100 MB, found something else at ");
  }

  @Test
  void namesOnlyFileThatExists() {
    String file = folder.resolve("wait.json").toString();
    CliFixture cli = new CliFixture("hang").interruptAfter(Duration.ofSeconds(5));

    assertThat(cli.run("fetch", "a", "--resume", file, "--out", folder.toString())).isEqualTo(130);
    assertThat(cli.err()).endsWith("Run the command again to wait for it\n");
  }

  @Test
  void saysHowToContinueWithoutFile() {
    CliFixture cli = new CliFixture("pending").interruptAfter(Duration.ofSeconds(5));

    assertThat(cli.run("await", "a")).isEqualTo(130);
    assertThat(cli.err()).contains("interrupted; the gateway continues the task.");
  }

  @Test
  void refusesFileThatIsNoSnapshot() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "hello\n");
    CliFixture cli = new CliFixture("pending");

    assertThat(cli.run("await", "a", "--resume", file.toString())).isEqualTo(2);
    assertThat(cli.err()).startsWith("--resume: " + file + ":1: ").hasLineCount(1);
    assertThat(file).hasContent("hello\n");
  }

  @Test
  void refusesFileOfAnotherTask() {
    String file = folder.resolve("wait.json").toString();
    CliFixture cli = new CliFixture("pending").interruptAfter(Duration.ofSeconds(5));
    cli.run("await", "a", "--resume", file);

    assertThat(cli.run("await", "b", "--resume", file)).isEqualTo(2);
    assertThat(cli.err()).startsWith("--resume: expected one wait for b in " + file);
    assertThat(cli.run("await")).isEqualTo(2);
    assertThat(cli.err()).startsWith("ID: expected the id of a task, or --resume ");
  }

  @Test
  void reportsFolderThatCannotBeWritten() {
    String file = folder.resolve("none/wait.json").toString();
    CliFixture cli = new CliFixture("pending");

    assertThat(cli.run("await", "a", "--resume", file)).isEqualTo(2);
    assertThat(cli.err().lines()).last().asString().contains("cannot be read or written");
  }

  /** In a folder of others, a name that they can guess may be a link to any file of the user. */
  @Test
  void neverWritesThroughLinkBesideTheFile() throws Exception {
    Path file = folder.resolve("wait.json");
    Path other = Files.writeString(folder.resolve("other"), "keep");
    Files.createSymbolicLink(folder.resolve("wait.json.new"), other);
    CliFixture cli = new CliFixture("pending");

    assertThat(cli.run("await", "a", "--deadline", "60s", "--resume", file.toString()))
        .isEqualTo(4);
    assertThat(other).hasContent("keep");
    assertThat(file).isRegularFile();
    assertThat(folder.toFile().list()).containsOnly("wait.json", "wait.json.new", "other");
  }

  @Test
  void refusesOtherEndpointThanThatOfTheStoredWait() throws Exception {
    Path file = folder.resolve("wait.json");
    CliFixture cli = new CliFixture("pending").interruptAfter(Duration.ofSeconds(5));
    cli.run("await", "a", "--resume", file.toString());
    String stored = Files.readString(file).replace("\"way\":\"\"", "\"way\":\"UNIFIED\"");
    Files.writeString(file, stored);

    for (String command : List.of("await", "watch", "fetch")) {
      assertThat(cli.run(command, "--endpoint", "OPENAI", "--resume", file.toString()))
          .isEqualTo(2);
      assertThat(cli.err())
          .startsWith(
              "--endpoint: expected UNIFIED, which the stored wait for a keeps, found OPENAI.");
    }
    assertThat(file).hasContent(stored);
    String same = "/v1/video/query?id={id}";
    assertThat(
            cli.run("await", "--endpoint", same, "--deadline", "1h", "--resume", file.toString()))
        .isEqualTo(4);
  }
}
