package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code watch} in virtual time. */
class WatchTasksCommandTest {
  @TempDir private Path folder;

  private static CliFixture twoTasks() {
    CliFixture cli = new CliFixture();
    cli.script.task("a", "pending", "processing 50", "completed");
    cli.script.task("b", "processing 10", "failed");
    return cli;
  }

  @Test
  void showsOpenTasksAndPrintsEndedOnes() {
    CliFixture cli = twoTasks().onTerminal(24);

    assertThat(cli.run("watch", "a", "b", "--every", "10s")).isEqualTo(1);
    assertThat(cli.frames)
        .contains(
            """
            1 queued, 1 running
            a                       queued    [                    ]   ? %  0:00  next poll 0:10  end in ~4:06
            b                       running   [##------------------]  10 %  0:00  next poll 0:10  end in ~4:06\
            """,
            """
            1 failed, 1 running
            a                       running   [##########----------]  50 %  0:10  next poll 0:09  end in ~0:04\
            """);
    assertThat(cli.out())
        .isEqualTo(
            """
            b: failed (failed), 0:10
            a: succeeded (completed), 0:20
            """);
  }

  @Test
  void readsIdsFromFileAndStandardInput() throws Exception {
    Path file = Files.writeString(folder.resolve("ids"), "# two\na\n\n  b  \na\n");
    CliFixture cli = twoTasks();

    cli.run("watch", "a", "--from", file.toString());
    assertThat(cli.out().lines()).hasSize(2);
    cli = twoTasks().input("b\r\n");
    cli.run("watch", "--from", "-");
    assertThat(cli.out()).startsWith("b: failed").hasLineCount(1);
    cli.input("a\nx/y\n");
    assertThat(cli.run("watch", "--from", "-")).isEqualTo(2);
    assertThat(cli.err()).startsWith("standard input:2: task id: ");
    assertThat(cli.run("watch")).isEqualTo(2);
    assertThat(cli.run("watch", "--from", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(cli.run("watch", "--from", folder.toString())).isEqualTo(2);
    assertThat(cli.err()).startsWith("--from: expected a file with an id on each line, found ");
  }

  @Test
  void printsEventsAsJson() {
    CliFixture cli = twoTasks();

    cli.run("watch", "a", "b", "c", "--json", "--every", "10s");
    assertThat(cli.out().lines())
        .contains(
            """
            {"event":"changed","at":"2026-01-01T00:00:00Z","task":{"id":"b","stage":"RUNNING","status":"processing","progress":10,"files":[]}}\
            """)
        .anyMatch(
            line ->
                line.startsWith("{\"event\":\"ended\"")
                    && line.contains("\"url\":\"https://host/v.mp4\""))
        .anyMatch(
            line ->
                line.startsWith(
                    "{\"event\":\"failed\",\"id\":\"c\",\"error\":{\"kind\":\"TASK_NOT_FOUND\""))
        .hasSize(6);
  }

  @Test
  void returnsMostImportantCode() {
    CliFixture cli = new CliFixture();
    cli.script.task("done", "completed").task("slow", "pending").task("down", "CONNECTION");
    cli.script.task("failed", "failed");

    assertThat(cli.run("watch", "done")).isZero();
    assertThat(cli.run("watch", "done", "slow")).isEqualTo(4);
    assertThat(cli.run("watch", "down", "slow")).isEqualTo(3);
    assertThat(cli.run("watch", "down", "slow", "failed")).isEqualTo(1);
  }

  @Test
  void continuesOpenTasksAfterInterruption() throws Exception {
    Path file = folder.resolve("waits");
    CliFixture cli = twoTasks().interruptAfter(Duration.ofSeconds(12));

    assertThat(cli.run("watch", "a", "b", "--every", "10s", "--resume", file.toString()))
        .isEqualTo(130);
    assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"a\"");
    assertThat(cli.run("watch", "--every", "10s", "--resume", file.toString())).isZero();
    assertThat(cli.out()).startsWith("a: succeeded");
    assertThat(file).doesNotExist();
  }

  @Test
  void keepsOpenTasksAfterDeadline() throws Exception {
    Path file = folder.resolve("waits");
    CliFixture cli = new CliFixture();
    cli.script.task("done", "completed").task("slow", "pending");

    assertThat(cli.run("watch", "done", "slow", "--resume", file.toString())).isEqualTo(4);
    assertThat(cli.err()).endsWith("continue with --resume " + file + "\n");
    assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"slow\"");
  }

  @Test
  void storesTasksBeforeTheirFirstPoll() throws Exception {
    Path file = folder.resolve("waits");
    CliFixture cli = new CliFixture();
    cli.script.task("a", "hang").task("b", "hang");

    cli.interruptAfter(Duration.ofSeconds(5)).run("watch", "a", "b", "--resume", file.toString());
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void endsWhenOutputIsClosed() {
    CliFixture cli = twoTasks().closedOutput();

    assertThat(cli.run("watch", "a", "b", "--every", "10s")).isEqualTo(2);
    assertThat(cli.err()).endsWith("standard output cannot be written\n");
    assertThat(cli.time.nanoTime()).isEqualTo(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void countsTasksThatDoNotFit() {
    CliFixture cli = new CliFixture("pending").onTerminal(10);
    cli.input(IntStream.range(0, 1_000).mapToObj(i -> "t" + i).collect(Collectors.joining("\n")));

    assertThat(cli.run("watch", "--from", "-", "--deadline", "1s")).isEqualTo(4);
    assertThat(cli.frames.get(0)).hasLineCount(10).endsWith("… and 992 more");
    assertThat(cli.out().lines()).hasSize(1_000);
  }

  @Test
  void shortensLongIds() {
    String id = "sora-2:task_01k6x15vhrff09dkkqjrzwhm60";
    CliFixture cli = new CliFixture("pending").onTerminal(24);

    cli.run("watch", id, "b", "--deadline", "1s");
    assertThat(cli.frames.get(0)).contains("\nsora-2:tas…kkqjrzwhm60  queued");
  }
}
