package io.github.videotasks.ext.download;

import io.github.videotasks.ext.simulation.HistoryContext;
import io.github.videotasks.ext.simulation.RandomValues;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import okhttp3.Call;
import okio.Buffer;
import okio.Source;
import okio.Timeout;

/** Body of a response that is received in virtual time, and may stall or break. */
final class SimulatedBody implements Source {

  private static final int CHUNK = 700;

  private final HistoryContext history;
  private final SimulatedDownload download;
  private final SplittableRandom random;
  private final Call call;
  private final byte[] content;
  private final int breaksAt;
  private int position;

  /**
   * Creates a body.
   *
   * @param from the offset of the first byte
   * @param breaksAt the offset from which the transfer is broken; negative for none
   */
  SimulatedBody(
      HistoryContext history,
      SimulatedDownload download,
      Call call,
      byte[] content,
      int from,
      int breaksAt) {
    this.history = history;
    this.download = download;
    random = history.newRandom();
    this.call = call;
    this.content = content;
    this.breaksAt = breaksAt;
    position = from;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    boolean broken = breaksAt >= 0 && position >= breaksAt;
    boolean stalls = broken && random.nextBoolean();
    Duration pause =
        stalls ? Duration.ofHours(1) : RandomValues.duration(random, 0.001, broken ? 1 : 0.5);
    history.scheduler().block(pause, call::isCanceled);
    if (broken || call.isCanceled()) {
      download.onFault();
      throw new IOException(call.isCanceled() ? "canceled" : "connection reset");
    }
    int count = (int) Math.min(Math.min(byteCount, CHUNK), content.length - position);
    if (count == 0) {
      return -1;
    }
    sink.write(content, position, count);
    position += count;
    return count;
  }

  @Override
  public Timeout timeout() {
    return Timeout.NONE;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
