package io.github.videotasks.ext.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.callback.CallbackExecutor;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskPoller;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.testing.VirtualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.SkipException;

/**
 * The rules of Reactive Streams, checked with its TCK, one test for each rule, without the runner
 * of TestNG. Responses arrive on several threads at a time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskEventPublisherTckTest {

  private static final long TIMEOUT_MS = 20_000;
  private static final long NO_SIGNAL_MS = 50;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private TaskPoller poller = poller();

  private TaskPoller poller() {
    return new TaskPoller(
        (id, limit) -> CompletableFuture.supplyAsync(() -> completed(id), threads),
        new VirtualTime());
  }

  private static TaskState completed(TaskId id) {
    return TaskState.of(
        id, JsonValue.parse("{\"status\":\"completed\",\"video_url\":\"https://host/v.mp4\"}"));
  }

  @BeforeAll
  void setUp() {
    poller = poller();
  }

  @AfterAll
  void leavesNoOpenLoop() {
    threads.shutdownNow();
    assertThat(poller.openLoops()).isZero();
    assertThat(poller.pendingPolls()).isZero();
  }

  /** Publishes one event for each task, because all tasks have ended. */
  private final class TckRules extends PublisherVerification<TaskEvent> {

    TckRules() {
      super(new TestEnvironment(TIMEOUT_MS, NO_SIGNAL_MS, NO_SIGNAL_MS));
    }

    @Override
    public Publisher<TaskEvent> createPublisher(long elements) {
      return FlowAdapters.toPublisher(
          new TaskEventPublisher(
              LongStream.range(0, elements).mapToObj(i -> new TaskId("t" + i)).toList(),
              (id, listener) -> poller.watch(id, WaitPolicy.defaults(), listener),
              CallbackExecutor.create((queued, running) -> {})));
    }

    /** There is none: an error is an event of its task, and the others go on. */
    @Override
    @SuppressWarnings("NullAway") // the TCK expects null for "none"
    public Publisher<TaskEvent> createFailedPublisher() {
      return null;
    }

    @Override
    public long maxElementsFromPublisher() {
      return 2_000;
    }
  }

  @TestFactory
  Stream<DynamicTest> satisfiesRule() {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> check(rule)));
  }

  /**
   * Excludes the rules that the TCK only lists, because they cannot be tested, and those of
   * multicast publishers: here each subscriber has its own waits.
   */
  private static Stream<Method> rules() {
    return Arrays.stream(TckRules.class.getMethods())
        .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
        .filter(method -> !method.getName().startsWith("untested_"))
        .filter(method -> !method.getName().contains("_multicast_"));
  }

  private void check(Method rule) throws Throwable {
    TckRules rules = new TckRules();
    rules.setUp();
    try {
      rule.invoke(rules);
    } catch (InvocationTargetException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      Assumptions.assumeFalse(cause instanceof SkipException, cause::getMessage);
      throw cause;
    }
  }

  @Test
  void findsRulesOfTck() {
    assertThat(rules()).hasSizeGreaterThan(25);
  }
}
