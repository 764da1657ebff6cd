package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

/** Downloads in processes of their own: killed in the middle, and several of the same task. */
@Timeout(120)
class DownloadProcessesTest {

  private static final int MIB = 1 << 20;
  private static final byte[] FILM = Films.mp4(24 * MIB, 1);

  @TempDir Path folder;
  private final Desk desk = new Desk();
  @AutoClose private final FileHost host = FileHost.serving(FILM);

  private Process fetching() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + testClasses(),
            FetchMain.class.getName(),
            host.address("/v"),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Where this class was found, should the runner keep its class path to itself. */
  private static String testClasses() {
    return System.getProperty("surefire.test.class.path", "");
  }

  private static BufferedReader output(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** Reads the numbers that the process prints up to the first that is large enough. */
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

  /** The file up to a byte, then nothing until the client has gone. */
  private FileHost.Answer holdingAt(int bytes) {
    return (asked, to) -> {
      host.cutAfter(bytes).write(asked, to);
      asked.awaitEnd();
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 17, 23})
  void takesUpWhatAKilledProcessHasLeft(int mebibytes) throws Exception {
    host.then(holdingAt(mebibytes * MIB));
    Process process = fetching();
    awaitBytes(output(process), (long) mebibytes * MIB);
    process.destroyForcibly().waitFor();
    assertThat(folder.resolve("sora-2~task_1.mp4")).doesNotExist();

    Download file = desk.fetch(host.address("/v"), folder, Desk.OPTIONS);
    long safe = mebibytes / 8 * 8L * MIB;
    assertThat(file.resumedFrom()).isBetween(safe, safe + MIB);
    assertThat(host.asked.get(1).header("range"))
        .isEqualTo("bytes=" + (file.resumedFrom() - Receiver.OVERLAP) + "-");
    assertThat(file.path()).hasBinaryContent(FILM);
    assertThat(Desk.names(folder)).containsExactly("sora-2~task_1.mp4");
  }

  @Test
  void survivesKillAfterKillInTheMiddleOfWriting() throws Exception {
    for (int mebibytes = 2; mebibytes < 24; mebibytes += 5) {
      Process process = fetching();
      awaitBytes(output(process), (long) mebibytes * MIB);
      process.destroyForcibly().waitFor();
    }
    String done = "done " + Digests.hex(FILM);
    assertThat(lastLine(fetching())).startsWith(done);
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(FILM);
    assertThat(Desk.names(folder)).containsExactly("sora-2~task_1.mp4");
  }

  /** Half of the file, then a look whether the other is there too, then the rest. */
  private FileHost.Answer together(CountDownLatch both) {
    return (asked, to) -> {
      FileHost.raw(
              "200 OK\r\nETag: \"v1\"\r\nContent-Length: " + FILM.length,
              Arrays.copyOf(FILM, FILM.length / 2))
          .write(asked, to);
      both.countDown();
      await(both);
      to.write(FILM, FILM.length / 2, FILM.length - FILM.length / 2);
      to.flush();
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
  void letsTwoProcessesFetchTheSameTaskAtOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    host.then(together(both)).then(together(both));
    Process first = fetching();
    Process second = fetching();
    String done = "done " + Digests.hex(FILM) + " 0";
    assertThat(lastLine(first)).isEqualTo(done);
    assertThat(lastLine(second)).isEqualTo(done);
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(FILM);
    assertThat(Desk.names(folder)).containsExactly("sora-2~task_1.mp4");
  }

  @Test
  void letsTwoCallersOfOneProcessFetchTheSameTaskAtOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    host.then(together(both)).then(together(both));
    Downloader downloader = desk.downloader();
    CompletableFuture<Download> first =
        downloader.resultAsync(Desk.finished(host.address("/v")), folder, Desk.OPTIONS);
    CompletableFuture<Download> second =
        downloader.resultAsync(Desk.finished(host.address("/v")), folder, Desk.OPTIONS);
    assertThat(desk.join(first).sha256()).isEqualTo(Digests.hex(FILM));
    assertThat(desk.join(second).sha256()).isEqualTo(Digests.hex(FILM));
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(FILM);
    assertThat(Desk.names(folder)).containsExactly("sora-2~task_1.mp4");
  }
}
