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
 * Tests that every fault of a server ends a call with the documented result, within the timeout and
 * after the exact number of requests. Time runs {@value AcceleratedScheduler#SPEEDUP} times faster.
 */
class FaultMatrixTest {

  /** Timeout of rows that expect a timeout: 0.6 s of real time. */
  private static final Duration SHORT_LIMIT = Duration.ofSeconds(12);

  /**
   * Timeout of all other rows: 60 s of real time, so that a stall of the machine causes no timeout.
   */
  private static final Duration LONG_LIMIT = Duration.ofMinutes(20);

  private static final Duration TOLERANCE = Duration.ofMillis(500);

  /** A stall of the machine delays one attempt; a client that is too slow fails every attempt. */
  private static final int MAX_ATTEMPTS = 3;

  private record CallOutcome(@Nullable ErrorKind error, int requests, boolean withinLimit) {}

  static List<FaultCase> faults() {
    return FaultCases.all();
  }

  @Test
  void hasAtLeast80UniqueCases() {
    assertThat(FaultCases.all()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(FaultCases.all()).extracting(FaultCase::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void endsAsDocumented(FaultCase fault) throws IOException {
    CallOutcome expected = new CallOutcome(fault.expectedError(), fault.expectedRequests(), true);
    CallOutcome found = runCase(fault);
    for (int i = 1; i < MAX_ATTEMPTS && !found.equals(expected) && expectsTimeout(fault); i++) {
      found = runCase(fault);
    }
    assertThat(found).isEqualTo(expected);
  }

  private static boolean expectsTimeout(FaultCase fault) {
    return fault.expectedError() == ErrorKind.CALL_TIMEOUT;
  }

  private static CallOutcome runCase(FaultCase fault) throws IOException {
    Duration limit = expectsTimeout(fault) ? SHORT_LIMIT : LONG_LIMIT;
    try (RawSocketServer server = new RawSocketServer(fault.replies());
        AcceleratedScheduler time = new AcceleratedScheduler();
        VideoTasks tasks =
            VideoTasks.builder()
                .baseUrl("http://127.0.0.1:" + server.port())
                .apiKey("key")
                .maxResponseBytes(300_000)
                .scheduler(time)
                .callOptions(CallOptions.defaults().withTimeout(limit))
                .build()) {
      long start = System.nanoTime();
      ErrorKind outcome = requestErrorKind(tasks);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      boolean inTime =
          elapsed.compareTo(limit.dividedBy(AcceleratedScheduler.SPEEDUP).plus(TOLERANCE)) < 0;
      return new CallOutcome(outcome, server.requests(), inTime);
    }
  }

  private static @Nullable ErrorKind requestErrorKind(VideoTasks tasks) {
    try {
      tasks.get("sora-2:task_1");
      return null;
    } catch (VideoTasksException e) {
      return e.kind();
    }
  }
}
