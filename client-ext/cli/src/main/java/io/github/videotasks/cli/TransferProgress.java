package io.github.videotasks.cli;

import io.github.videotasks.ext.download.DownloadListener;
import io.github.videotasks.ext.download.DownloadProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Progress of a download with its rate over the last seconds and the time left. */
final class TransferProgress implements DownloadListener {
  private static final Duration RATE_PERIOD = Duration.ofSeconds(10);

  private record Sample(Instant at, long bytes) {}

  private final InstantSource clock;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private @Nullable DownloadProgress last;

  TransferProgress(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void onProgress(DownloadProgress progress) {
    Instant now = clock.instant();
    DownloadProgress before = last;
    boolean anotherFile = before != null && before.kind() != progress.kind();
    if (anotherFile || (before != null && progress.bytes() < before.bytes())) {
      samples.clear();
    }
    samples.addLast(new Sample(now, progress.bytes()));
    while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(RATE_PERIOD))) {
      samples.removeFirst();
    }
    last = progress;
  }

  /** Returns whether a byte has arrived. */
  synchronized boolean hasBegun() {
    return last != null;
  }

  /** Returns the bar, the bytes, the rate and the time left; empty before the first byte. */
  synchronized String line() {
    DownloadProgress progress = last;
    if (progress == null) {
      return "connecting";
    }
    long bytes = progress.bytes();
    Long total = progress.total();
    double rate = bytesPerSecond();
    StringBuilder line = new StringBuilder();
    line.append(total == null || total == 0 ? Bar.unknown() : Bar.of((double) bytes / total));
    line.append("  ").append(megabytes((double) bytes));
    line.append(total == null ? " MB" : " of " + megabytes((double) total) + " MB");
    if (rate > 0) {
      line.append("  ").append(megabytes(rate)).append(" MB/s");
      if (total != null) {
        Duration left = Duration.ofMillis((long) ((total - bytes) / rate * 1_000));
        line.append("  ").append(ShortTime.of(left)).append(" left");
      }
    }
    return line.append("  ").append(progress.kind().name().toLowerCase(Locale.ROOT)).toString();
  }

  /** Returns the rate between the first and the last sample; 0 while there is one. */
  private double bytesPerSecond() {
    if (samples.size() < 2) {
      return 0;
    }
    Sample first = samples.getFirst();
    Sample newest = samples.getLast();
    double seconds = Duration.between(first.at(), newest.at()).toNanos() / 1e9;
    return seconds <= 0 ? 0 : (newest.bytes() - first.bytes()) / seconds;
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
