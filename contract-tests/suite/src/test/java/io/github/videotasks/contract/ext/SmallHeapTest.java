package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.testkit.JavaProcess;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests responses that are built to exhaust the memory, with a client heap of 256 MB. */
class SmallHeapTest {

  private static final RawSocketServer.Reply ENDLESS_GZIP_NAME = FaultCases.endlessGzipName();
  private static final RawSocketServer.Reply MANY_LISTS =
      RawReplies.response(200, "{\"status\":\"queued\",\"x\":[" + "[],".repeat(330_000) + "1]}");

  @TempDir private Path folder;

  /** Runs {@link SmallHeapProgram} and returns its output lines. */
  private List<String> outcomes(int concurrency, RawSocketServer.Reply... replies)
      throws IOException, InterruptedException {
    List<RawSocketServer> servers = new ArrayList<>();
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "-Xmx256m",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SmallHeapProgram.class.getName(),
                  String.valueOf(concurrency)));
      for (RawSocketServer.Reply reply : replies) {
        RawSocketServer server = new RawSocketServer(List.of(reply));
        servers.add(server);
        command.add("http://127.0.0.1:" + server.port());
      }
      JavaProcess process = JavaProcess.run(folder, Map.of(), command);
      assertThat(process.exitCode()).as(process.output()).isZero();
      return process.output().lines().toList();
    } finally {
      for (RawSocketServer server : servers) {
        server.close();
      }
    }
  }

  @Test
  void survivesOneResponseOfEachKind() throws Exception {
    assertThat(
            outcomes(
                1,
                RawReplies.gzipBomb(200),
                RawReplies.gzipBomb(400),
                RawReplies.gzipBomb(404),
                ENDLESS_GZIP_NAME,
                RawReplies.endless(FaultCases.chunkedResponse("5;"), "x"),
                MANY_LISTS,
                RawReplies.response(200, RawReplies.TASK)))
        .containsExactly(
            "[TOO_LARGE]",
            "[REJECTED]",
            "[TASK_NOT_FOUND]",
            "[TOO_LARGE]",
            "[TOO_LARGE]",
            "[TOO_LARGE]",
            "[QUEUED]");
  }

  @Test
  void survivesConcurrentResponses() throws Exception {
    assertThat(
            outcomes(
                32,
                RawReplies.gzipBomb(200),
                RawReplies.gzipBomb(400),
                MANY_LISTS,
                RawReplies.response(200, RawReplies.TASK)))
        .containsExactly("[TOO_LARGE]", "[REJECTED]", "[TOO_LARGE]", "[QUEUED]");
  }

  /**
   * Main class of a process with a small heap: sends concurrent requests to each gateway and prints
   * the distinct results, one line for each gateway.
   *
   * <p>Arguments: the number of concurrent requests, then base URLs.
   */
  static final class SmallHeapProgram {

    private SmallHeapProgram() {}

    public static void main(String[] args) {
      for (String baseUrl : List.of(args).subList(1, args.length)) {
        try (VideoTasks tasks = VideoTasks.builder().baseUrl(baseUrl).apiKey("key").build()) {
          List<CompletableFuture<TaskState>> futures = new ArrayList<>();
          for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            futures.add(tasks.getAsync("a"));
          }
          System.out.println(futures.stream().map(SmallHeapProgram::outcome).distinct().toList());
        }
      }
    }

    private static String outcome(CompletableFuture<TaskState> future) {
      try {
        return future.join().stage().name();
      } catch (CompletionException e) {
        return e.getCause() instanceof VideoTasksException known
            ? known.kind().name()
            : String.valueOf(e.getCause());
      }
    }
  }
}
