package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a server does, a call ends in a documented way, in time, and after no more requests than
 * stated. Time runs {@value FastTime#FACTOR} times faster here.
 */
class FaultMatrixTest {

  /** For rows that end because the time is over: 0.6 s of real time. */
  private static final Duration BRIEF = Duration.ofSeconds(12);

  /** For all others: a machine that stalls for a while must not turn them into the former. */
  private static final Duration AMPLE = Duration.ofMinutes(20);

  private static final Duration GRACE = Duration.ofMillis(500);

  /** A stall makes a call late once; a client that is late is late each time. */
  private static final int TRIES = 3;

  private record Ending(@Nullable ErrorKind outcome, int requests, boolean inTime) {}

  static List<Fault> faults() {
    return Faults.all();
  }

  @Test
  void hasEnoughRows() {
    assertThat(Faults.all()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void ends(Fault fault) throws IOException {
    Ending expected = new Ending(fault.outcome(), fault.requests(), true);
    Ending found = ending(fault);
    for (int i = 1; i < TRIES && !found.equals(expected) && isBrief(fault); i++) {
      found = ending(fault);
    }
    assertThat(found).isEqualTo(expected);
  }

  private static boolean isBrief(Fault fault) {
    return fault.outcome() == ErrorKind.CALL_TIMEOUT;
  }

  private static Ending ending(Fault fault) throws IOException {
    Duration limit = isBrief(fault) ? BRIEF : AMPLE;
    try (RawServer server = new RawServer(fault.replies());
        FastTime time = new FastTime();
        VideoTasks tasks =
            VideoTasks.builder()
                .baseUrl("http://127.0.0.1:" + server.port())
                .apiKey("key")
                .maxAnswerBytes(300_000)
                .timekeeper(time)
                .callOptions(CallOptions.defaults().withLimit(limit))
                .build()) {
      long start = System.nanoTime();
      ErrorKind outcome = ask(tasks);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      boolean inTime = took.compareTo(limit.dividedBy(FastTime.FACTOR).plus(GRACE)) < 0;
      return new Ending(outcome, server.requests(), inTime);
    }
  }

  private static @Nullable ErrorKind ask(VideoTasks tasks) {
    try {
      tasks.get("sora-2:task_1");
      return null;
    } catch (VideoTasksException e) {
      return e.kind();
    }
  }
}
