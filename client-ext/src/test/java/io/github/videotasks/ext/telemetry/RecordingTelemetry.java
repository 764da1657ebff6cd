package io.github.videotasks.ext.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records the events of a client, which are delivered on another thread. */
public final class RecordingTelemetry implements TelemetryListener {

  private final BlockingQueue<RequestStart> starts = new LinkedBlockingQueue<>();
  private final BlockingQueue<RequestEnd> ends = new LinkedBlockingQueue<>();

  @Override
  public void onRequestStart(RequestStart start) {
    starts.add(start);
  }

  @Override
  public void onRequestEnd(RequestEnd end) {
    ends.add(end);
  }

  /** Takes the next start; null if there is none within half a minute. */
  public RequestStart takeStart() throws InterruptedException {
    RequestStart start = starts.poll(30, TimeUnit.SECONDS);
    if (start == null) {
      throw new AssertionError("expected the start of a request, found none");
    }
    return start;
  }

  /** Takes ends as texts: operation, attempt, HTTP status, outcome and bytes. */
  public List<String> takeEnds(int count) throws InterruptedException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RequestEnd end = ends.poll(30, TimeUnit.SECONDS);
      if (end == null) {
        throw new AssertionError("expected " + count + " ends, found " + texts);
      }
      texts.add(
          "%s %d: %d %s %d"
              .formatted(
                  end.start().operation(),
                  end.start().attempt(),
                  end.httpStatus(),
                  end.outcome(),
                  end.bytes()));
    }
    return texts;
  }

  /** Returns whether all events so far were taken. */
  public boolean isEmpty() {
    return ends.isEmpty();
  }
}
