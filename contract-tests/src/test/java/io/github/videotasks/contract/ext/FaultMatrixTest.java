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

  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final Duration GRACE = Duration.ofMillis(500);

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
    try (RawServer server = new RawServer(fault.replies());
        FastTime time = new FastTime();
        VideoTasks tasks =
            VideoTasks.builder()
                .baseUrl("http://127.0.0.1:" + server.port())
                .apiKey("key")
                .maxAnswerBytes(300_000)
                .timekeeper(time)
                .callOptions(CallOptions.defaults().withLimit(LIMIT))
                .build()) {
      long start = System.nanoTime();
      ErrorKind outcome = ask(tasks);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(outcome).isEqualTo(fault.outcome());
      assertThat(server.requests()).isEqualTo(fault.requests());
      assertThat(took).isLessThan(LIMIT.dividedBy(FastTime.FACTOR).plus(GRACE));
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
