package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are made to fill the memory, against a process with a heap of 256 MB. */
class SmallHeapTest {

  private static final RawServer.Reply ENDLESS_GZIP_NAME = Faults.endlessGzipName();
  private static final RawServer.Reply LISTS =
      Replies.answer(200, "{\"status\":\"queued\",\"x\":[" + "[],".repeat(330_000) + "1]}");

  @TempDir private Path folder;

  /** Runs {@link SmallHeap}; its lines, or what it says when it dies. */
  private List<String> outcomes(int atOnce, RawServer.Reply... replies)
      throws IOException, InterruptedException {
    List<RawServer> servers = new ArrayList<>();
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "-Xmx256m",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SmallHeap.class.getName(),
                  String.valueOf(atOnce)));
      for (RawServer.Reply reply : replies) {
        RawServer server = new RawServer(List.of(reply));
        servers.add(server);
        command.add("http://127.0.0.1:" + server.port());
      }
      JavaProcess process = JavaProcess.run(folder, Map.of(), command);
      assertThat(process.exit()).as(process.said()).isZero();
      return process.said().lines().toList();
    } finally {
      for (RawServer server : servers) {
        server.close();
      }
    }
  }

  @Test
  void survivesOneOfEach() throws Exception {
    assertThat(
            outcomes(
                1,
                Replies.bomb(200),
                Replies.bomb(400),
                Replies.bomb(404),
                ENDLESS_GZIP_NAME,
                Replies.endless(Faults.chunked("5;"), "x"),
                LISTS,
                Replies.answer(200, Replies.TASK)))
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
  void survivesManyAtOnce() throws Exception {
    assertThat(
            outcomes(
                32, Replies.bomb(200), Replies.bomb(400), LISTS, Replies.answer(200, Replies.TASK)))
        .containsExactly("[TOO_LARGE]", "[REJECTED]", "[TOO_LARGE]", "[QUEUED]");
  }
}
