package io.github.videotasks.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed leaves the recording of the run before. */
class KilledRunTest {

  private static final String EARLIER =
      "{\"recording\":{\"form\":\"contract-verifier 1\",\"provider\":\"chainhub-grok\","
          + "\"dropped\":0}}\n";

  private static final int TIMEOUT_MILLIS = 300_000;

  @TempDir private Path folder;

  @Test
  void leavesTheEarlierRecording() throws Exception {
    Path recordings = Files.createDirectory(folder.resolve("recordings"));
    Path earlier = Files.writeString(recordings.resolve("chainhub-grok.ndjson"), EARLIER);
    try (ServerSocket host = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      host.setSoTimeout(TIMEOUT_MILLIS);
      Process run = start(host.getLocalPort(), recordings);
      try {
        try (Socket first = host.accept()) {
          respond(first);
        }
        // The first response is recorded in memory when the second request comes.
        try (Socket second = host.accept()) {
          assertThat(second.isConnected()).isTrue();
          run.destroyForcibly().waitFor();
        }
      } finally {
        run.destroyForcibly();
      }
    }

    assertThat(recordings.toFile().list()).containsExactly("chainhub-grok.ndjson");
    assertThat(Files.readString(earlier)).isEqualTo(EARLIER);
  }

  private static void respond(Socket client) throws IOException {
    BufferedReader request =
        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    String line = request.readLine();
    while (line != null && !line.isEmpty()) {
      line = request.readLine();
    }
    client
        .getOutputStream()
        .write(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}".getBytes(UTF_8));
    client.getOutputStream().flush();
  }

  private Process start(int port, Path recordings) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ContractVerifier.class.getName(),
                "verify",
                "--provider",
                "chainhub-grok",
                "--url",
                "http://127.0.0.1:" + port,
                "--task",
                "finished=task-47",
                "--record",
                recordings.toString()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
  }
}
