package io.github.videotasks.ext.download;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a download ends before its last byte, and what it leaves behind. */
@Timeout(60)
class DownloadEndTest {

  private static final byte[] FILM = Films.mp4(200_000, 1);

  @TempDir Path folder;
  private final Desk desk = new Desk();
  private final CountDownLatch halfSent = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  @AutoClose private final FileHost host = FileHost.serving(FILM);

  /** Half of the file, then silence until the client goes. */
  private FileHost.Answer half() {
    return (asked, to) -> {
      host.cutAfter(100_000).write(asked, to);
      halfSent.countDown();
      asked.awaitEnd();
      gone.countDown();
    };
  }

  private CompletableFuture<Download> begun(DownloadOptions options) throws Exception {
    host.then(half());
    CompletableFuture<Download> future = desk.start(host.address("/v"), folder, options);
    assertThat(halfSent.await(20, TimeUnit.SECONDS)).isTrue();
    while (bytesHere() < 100_000) {
      assertThat(Thread.interrupted()).as("the time for this test is over").isFalse();
    }
    return future;
  }

  private long bytesHere() throws IOException {
    Path part = folder.resolve(".sora-2~task_1.0.part");
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** The limit passes and no moment more, so that the part is surely put away before the end. */
  private VideoTasksException failureAtItsLimit(DownloadOptions options) throws Exception {
    CompletableFuture<Download> future = begun(options.withLimit(Duration.ofMinutes(5)));
    desk.time.pass(Duration.ofMinutes(5));
    ExecutionException error =
        catchThrowableOfType(ExecutionException.class, () -> future.get(20, TimeUnit.SECONDS));
    return (VideoTasksException) requireNonNull(error.getCause());
  }

  @Test
  void givesUpAStalledConnectionAndGoesOn() throws Exception {
    CompletableFuture<Download> future = begun(Desk.OPTIONS.withStallLimit(Duration.ofMinutes(5)));
    assertThat(desk.join(future).requests()).isGreaterThan(1);
    assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(FILM);
  }

  @Test
  void endsAtItsLimitAndKeepsWhatItHas() throws Exception {
    VideoTasksException error = failureAtItsLimit(Desk.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.CALL_TIMEOUT);
    assertThat(error)
        .hasMessageStartingWith(
            "task sora-2:task_1: expected the file within PT5M, found it incomplete; allow more");
    assertThat(Desk.names(folder))
        .containsExactly(".sora-2~task_1.0.part", ".sora-2~task_1.0.part-state");
    Download next = desk.fetch(host.address("/v"), folder, Desk.OPTIONS);
    assertThat(next.resumedFrom()).isPositive();
    assertThat(next.path()).hasBinaryContent(FILM);
    assertThat(Desk.names(folder)).containsExactly("sora-2~task_1.mp4");
  }

  @Test
  void leavesNothingIfToldSo() throws Exception {
    failureAtItsLimit(Desk.OPTIONS.withoutPart());
    assertThat(Desk.names(folder)).isEmpty();
  }

  @Test
  void abortsTheRequestWhenCancelled() throws Exception {
    CompletableFuture<Download> future = begun(Desk.OPTIONS);
    assertThat(future.cancel(true)).isTrue();
    assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(Files.exists(folder.resolve("sora-2~task_1.mp4"))).isFalse();
  }

  @Test
  void leavesNoAlarmBehind() throws Exception {
    desk.fetch(host.address("/v"), folder, Desk.OPTIONS);
    assertThat(desk.time.pending()).isZero();
  }

  @Test
  void letsNoMoreWorkThanAllowedAndRunsTheRestAfter() throws Exception {
    List<CompletableFuture<Download>> all = new ArrayList<>();
    Downloader downloader = desk.downloader();
    host.then(half());
    for (int i = 0; i < 6; i++) {
      Path own = folder.resolve("f" + i);
      all.add(
          downloader.resultAsync(
              Desk.finished(host.address("/" + i)),
              own,
              Desk.OPTIONS.withStallLimit(Duration.ofHours(1))));
    }
    for (CompletableFuture<Download> one : all) {
      assertThat(desk.join(one).path()).hasBinaryContent(FILM);
    }
  }

  @Test
  void tellsItsListenerUpToTheLastByte() throws Exception {
    List<DownloadProgress> heard = Collections.synchronizedList(new ArrayList<>());
    desk.fetch(host.address("/v"), folder, Desk.OPTIONS.withListener(heard::add));
    DownloadProgress last = heard.get(heard.size() - 1);
    assertThat(last.bytes()).isEqualTo(FILM.length);
    assertThat(last.total()).isEqualTo(FILM.length);
    assertThat(heard).doesNotHaveDuplicates();
  }

  @Test
  void endsWithWhatItsListenerThrows() throws Exception {
    CompletableFuture<Download> future =
        begun(
            Desk.OPTIONS.withListener(
                progress -> {
                  throw new IllegalStateException("the listener's own");
                }));
    assertThatThrownBy(() -> desk.join(future))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the listener's own");
    assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
  }
}
