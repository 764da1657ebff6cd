package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads in separate processes: killed during the transfer, and several of the same task. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DownloadMultiProcessTest {

  private static final int MIB = 1 << 20;
  private static final byte[] VIDEO = SampleVideos.mp4(24 * MIB, 1);

  @TempDir Path folder;
  private final DownloadFixture fixture = new DownloadFixture();
  @AutoClose private final FileHost host = FileHost.serving(VIDEO);

  private Process startProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + testClasses(),
            DownloadMain.class.getName(),
            host.url("/v"),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Returns the test class path of Surefire, in case java.class.path is only its booter jar. */
  private static String testClasses() {
    return System.getProperty("surefire.test.class.path", "");
  }

  private static BufferedReader output(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** Reads the printed byte counts of the process up to the first that is large enough. */
  private static void awaitBytes(BufferedReader lines, long bytes) throws IOException {
    String line = lines.readLine();
    while (line != null && Long.parseLong(line) < bytes) {
      line = lines.readLine();
    }
    assertThat(line).as("the process ended early").isNotNull();
  }

  private static String lastLine(Process process) throws IOException, InterruptedException {
    String last = "";
    BufferedReader lines = output(process);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      last = line;
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return last;
  }

  /** Sends the file up to a byte, then nothing until the client has disconnected. */
  private FileHost.ResponseWriter sendThenHang(int bytes) {
    return (request, out) -> {
      host.truncatedAfter(bytes).write(request, out);
      request.awaitDisconnect();
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 17, 23})
  void resumesPartialFileOfKilledProcess(int mebibytes) throws Exception {
    host.enqueue(sendThenHang(mebibytes * MIB));
    Process process = startProcess();
    awaitBytes(output(process), (long) mebibytes * MIB);
    process.destroyForcibly().waitFor();
    assertThat(folder.resolve("sora-2~task_1.mp4")).doesNotExist();

    Download file = fixture.download(host.url("/v"), folder, DownloadFixture.OPTIONS);
    long synced = mebibytes / 8 * 8L * MIB;
    assertThat(file.resumedFrom()).isBetween(synced, synced + MIB);
    assertThat(host.requests.get(1).header("range"))
        .isEqualTo("bytes=" + (file.resumedFrom() - BodyReceiver.OVERLAP_BYTES) + "-");
    assertThat(file.path()).hasBinaryContent(VIDEO);
    assertThat(DownloadFixture.fileNames(folder)).containsExactly("sora-2~task_1.mp4");
  }

  @Test
  void survivesRepeatedKillsDuringWrites() throws Exception {
    for (int mebibytes = 2; mebibytes < 24; mebibytes += 5) {
      Process process = startProcess();
      awaitBytes(output(process), (long) mebibytes * MIB);
      process.destroyForcibly().waitFor();
    }
    String done = "done " + Digests.sha256Hex(VIDEO);
    assertThat(lastLine(startProcess())).startsWith(done);
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(VIDEO);
    assertThat(DownloadFixture.fileNames(folder)).containsExactly("sora-2~task_1.mp4");
  }

  /** Sends half of the file, waits until the other request has its half, then sends the rest. */
  private FileHost.ResponseWriter sendHalfThenAwait(CountDownLatch both) {
    return (request, out) -> {
      FileHost.rawResponse(
              "200 OK\r\nETag: \"v1\"\r\nContent-Length: " + VIDEO.length,
              Arrays.copyOf(VIDEO, VIDEO.length / 2))
          .write(request, out);
      both.countDown();
      await(both);
      out.write(VIDEO, VIDEO.length / 2, VIDEO.length - VIDEO.length / 2);
      out.flush();
    };
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void allowsTwoProcessesToDownloadSameTask() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    host.enqueue(sendHalfThenAwait(both)).enqueue(sendHalfThenAwait(both));
    Process first = startProcess();
    Process second = startProcess();
    String done = "done " + Digests.sha256Hex(VIDEO) + " 0";
    assertThat(lastLine(first)).isEqualTo(done);
    assertThat(lastLine(second)).isEqualTo(done);
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(VIDEO);
    assertThat(DownloadFixture.fileNames(folder)).containsExactly("sora-2~task_1.mp4");
  }

  @Test
  void allowsTwoCallersToDownloadSameTask() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    host.enqueue(sendHalfThenAwait(both)).enqueue(sendHalfThenAwait(both));
    Downloader downloader = fixture.downloader();
    CompletableFuture<Download> first =
        downloader.resultAsync(
            DownloadFixture.finishedTask(host.url("/v")), folder, DownloadFixture.OPTIONS);
    CompletableFuture<Download> second =
        downloader.resultAsync(
            DownloadFixture.finishedTask(host.url("/v")), folder, DownloadFixture.OPTIONS);
    assertThat(fixture.join(first).sha256()).isEqualTo(Digests.sha256Hex(VIDEO));
    assertThat(fixture.join(second).sha256()).isEqualTo(Digests.sha256Hex(VIDEO));
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(VIDEO);
    assertThat(DownloadFixture.fileNames(folder)).containsExactly("sora-2~task_1.mp4");
  }

  /**
   * Downloads one file in a separate process, with the real client. Prints the number of received
   * bytes, one number per line, then {@code done}, the digest and the number of resumed bytes.
   */
  static final class DownloadMain {

    private DownloadMain() {}

    /**
     * Runs the download.
     *
     * @param args the URL and the folder
     */
    public static void main(String[] args) {
      TaskState task =
          TaskState.of(
              new TaskId("sora-2:task_1"),
              JsonValue.parse("{\"status\":\"completed\",\"video_url\":\"" + args[0] + "\"}"));
      DownloadOptions options =
          DownloadOptions.defaults()
              .withPrivateNetworks()
              .withProgressInterval(Duration.ofMillis(5))
              .withListener(progress -> System.out.println(progress.bytes()));
      try (VideoTasks tasks =
          VideoTasks.builder().baseUrl("http://127.0.0.1:1").apiKey("key").build()) {
        Download file = tasks.downloads().result(task, Path.of(args[1]), options);
        System.out.println("done " + file.sha256() + " " + file.resumedFrom());
      }
    }
  }
}
