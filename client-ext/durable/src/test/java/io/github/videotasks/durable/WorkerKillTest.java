package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real processes that are killed or stopped while they poll. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class WorkerKillTest {

  private static final int TASKS = 300;

  private final TestDatabase test = TestDatabase.create();
  private final List<Process> workers = new ArrayList<>();
  private final long firstEnd = System.currentTimeMillis() + 3_000;

  @AfterEach
  void close() throws InterruptedException {
    for (Process worker : workers) {
      worker.destroyForcibly().waitFor();
    }
    test.close();
  }

  @Test
  void losesAndDoublesNothingIfWorkersAreKilledOrStopped() throws Exception {
    Process killed = startWorker();
    Process stopped = startWorker();
    startWorker();
    watchAll();

    test.await("select count(*) from video_tasks.finished", count -> count >= 30);
    test.await(bucketsOf(killed), count -> count >= 1);
    killed.destroyForcibly().waitFor();
    test.await(bucketsOf(stopped), count -> count >= 1);
    signal("STOP", stopped);
    test.await(bucketsOf(killed), count -> count == 0);
    test.await(bucketsOf(stopped), count -> count == 0);
    signal("CONT", stopped);

    test.await("select count(*) from video_tasks.wait", count -> count == 0);
    assertThat(test.number("select count(*) from video_tasks.finished where outcome = 'SUCCEEDED'"))
        .isEqualTo(TASKS);
    assertThat(test.number("select count(*) from video_tasks.outbox")).isEqualTo(TASKS);
    assertThat(test.number("select count(distinct task) from video_tasks.outbox")).isEqualTo(TASKS);
  }

  private void watchAll() {
    try (DurableWaits waits = WorkerProgram.builder(test.dataSource(), firstEnd).build()) {
      for (int i = 0; i < TASKS; i++) {
        waits.watch("g", "task_" + i, WorkerProgram.POLICY);
      }
    }
  }

  private Process startWorker() throws IOException {
    Process worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProgram.class.getName(),
                test.jdbcUrl(),
                String.valueOf(firstEnd))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    workers.add(worker);
    BufferedReader output = worker.inputReader(StandardCharsets.UTF_8);
    assertThat(output.readLine()).isEqualTo("started");
    return worker;
  }

  /** The buckets that a process is running according to the database. */
  private static String bucketsOf(Process worker) {
    return "select count(*) from video_tasks.bucket_execution where picked and picked_by like '%-"
        + worker.pid()
        + "-%'";
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor())
        .isZero();
  }
}
