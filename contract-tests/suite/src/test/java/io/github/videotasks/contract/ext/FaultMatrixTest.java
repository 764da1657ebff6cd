package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.VideoTasksBuilder;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that every fault of a server ends a call with the documented result, after the exact number
 * of requests. Nothing is measured, so a slow machine changes no result: a call that ends by itself
 * has minutes of real time, and a call that waits forever runs in virtual time, where only its
 * timeout can end it.
 */
class FaultMatrixTest {

  /** Real time in which calls that end by themselves must end: an hour at 20 times the speed. */
  private static final Duration LONG_LIMIT = Duration.ofHours(1);

  /** Virtual time; passes in steps that are shorter than any pause between two requests. */
  private static final Duration VIRTUAL_LIMIT = Duration.ofHours(12);

  private static final Duration STEP = Duration.ofMillis(500);

  private record CallOutcome(@Nullable ErrorKind error, int requests) {}

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
  void endsAsDocumented(FaultCase fault) throws Exception {
    CallOutcome found =
        fault.expectedError() == ErrorKind.CALL_TIMEOUT
            ? runUntilTimeout(fault)
            : runUntilEnd(fault);
    assertThat(found).isEqualTo(new CallOutcome(fault.expectedError(), fault.expectedRequests()));
  }

  private static CallOutcome runUntilEnd(FaultCase fault) throws Exception {
    try (RawSocketServer server = new RawSocketServer(fault.replies());
        AcceleratedScheduler time = new AcceleratedScheduler();
        VideoTasks tasks = client(server, LONG_LIMIT).scheduler(time).build()) {
      return new CallOutcome(errorKind(tasks.getAsync("sora-2:task_1")), server.requests());
    }
  }

  /** The client of the application has no timeouts, so only that of the call can end it. */
  private static CallOutcome runUntilTimeout(FaultCase fault) throws Exception {
    VirtualTime time = new VirtualTime();
    try (RawSocketServer server = new RawSocketServer(fault.replies());
        VideoTasks tasks =
            client(server, VIRTUAL_LIMIT)
                .httpClient(PatientHttpClient.create())
                .scheduler(time)
                .build()) {
      CompletableFuture<TaskState> call = tasks.getAsync("sora-2:task_1");
      while (!server.awaitRequests(fault.expectedRequests()) && !call.isDone()) {
        time.advance(STEP);
      }
      assertThat(call).isNotDone();
      time.advance(VIRTUAL_LIMIT.minusNanos(time.nanoTime()));
      return new CallOutcome(errorKind(call), server.requests());
    }
  }

  private static VideoTasksBuilder client(RawSocketServer server, Duration limit) {
    return VideoTasks.builder()
        .baseUrl("http://127.0.0.1:" + server.port())
        .apiKey("key")
        .maxResponseBytes(300_000)
        .callOptions(CallOptions.defaults().withTimeout(limit));
  }

  private static @Nullable ErrorKind errorKind(CompletableFuture<TaskState> call) throws Exception {
    try {
      call.get(1, TimeUnit.MINUTES);
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VideoTasksException known) {
        return known.kind();
      }
      throw e;
    }
  }
}
