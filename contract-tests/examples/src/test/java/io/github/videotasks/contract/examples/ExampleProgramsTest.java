package io.github.videotasks.contract.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.JavaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs the example programs as their command does, and compares what they print. They are processes
 * that wait most of the time, so some run at once.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExampleProgramsTest {

  private static final String RUNNER = ExampleRunner.class.getName();

  @TempDir private Path folder;

  private JavaProcess run(String example) throws Exception {
    String classPath = System.getProperty("java.class.path");
    String root = "-D" + RepositoryLayout.ROOT_PROPERTY + "=" + RepositoryLayout.find().root();
    return JavaProcess.run(folder, Map.of(), List.of("-cp", classPath, root, RUNNER, example));
  }

  @Test
  void queriesOnce() throws Exception {
    assertThat(run("query").stdout().lines()).containsExactly("QUEUED (pending), 93 %");
  }

  @Test
  void awaitsWithBar() throws Exception {
    assertThat(run("await").stdout().lines())
        .containsExactly(
            "[##################--] QUEUED",
            "[####################] SUCCEEDED",
            "VIDEO at video_url (filesystem.site)");
  }

  @Test
  void watchesThousandTasks() throws Exception {
    assertThat(run("watch").stdout().lines())
        .containsExactly(
            "250 of 1000 tasks have ended",
            "500 of 1000 tasks have ended",
            "750 of 1000 tasks have ended",
            "1000 of 1000 tasks have ended",
            "{SUCCEEDED=1000}");
  }

  @Test
  void resumesAfterCrash() throws Exception {
    assertThat(run("resume").stdout().lines())
        .containsExactly(
            "QUEUED",
            "crash after 2 polls",
            "continues: QUEUED",
            "QUEUED",
            "SUCCEEDED",
            "SUCCEEDED VIDEO at video_url (filesystem.site)");
  }

  @Test
  void fetchesAllFiles() throws Exception {
    assertThat(run("fetch").stdout().lines())
        .hasSize(7)
        .contains(
            "finished.mp4 10000 bytes",
            "finished+gif.gif 7 bytes",
            "finished+thumbnail.webp 12 bytes");
  }

  @Test
  void awaitsInCoroutines() throws Exception {
    assertThat(run("coroutines").stdout().lines())
        .containsExactly("waiting*2,finished:a: SUCCEEDED", "waiting*2,finished:b: SUCCEEDED");
  }

  @Test
  void continuesWaitsOfAnotherProcess() throws Exception {
    assertThat(run("durable").stdout().lines())
        .containsExactly(
            "waiting*2,finished:1: OPEN",
            "waiting*2,finished:2: OPEN",
            "waiting*2,finished:3: OPEN",
            "waiting*2,finished:1: SUCCEEDED",
            "waiting*2,finished:2: SUCCEEDED",
            "waiting*2,finished:3: SUCCEEDED");
  }

  @Test
  void refusesUnknownExample() throws Exception {
    JavaProcess process = run("nope");

    assertThat(process.exitCode()).isEqualTo(2);
    assertThat(process.stderr())
        .contains(
            "expected one of query, await, watch, resume, fetch, coroutines, durable, python");
  }
}
