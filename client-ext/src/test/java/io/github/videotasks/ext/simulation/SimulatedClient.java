package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.VideoTasksBuilder;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;

/** A client in a process of its own, and the source of its responses. */
final class SimulatedClient implements TaskSource {

  /** The default timeout of a call. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  /** Sends no request. Shared, because each new client reads the certificates of the JVM. */
  private static final OkHttpClient HTTP = new OkHttpClient();

  private final HistoryContext history;
  private final SimulatedGateway gateway;
  private final SimulatedProcess process;
  private final ExpectedClient expected;
  private final Defect defect;
  private final VideoTasks client;
  private final List<SimulatedCaller> callers = new ArrayList<>();
  private final List<SimulatedSubscriber> subscribers = new ArrayList<>();
  private boolean leaksChecked;

  SimulatedClient(HistoryContext history, SimulatedGateway gateway, String name, Defect defect) {
    this.history = history;
    this.gateway = gateway;
    this.defect = defect;
    SplittableRandom random = history.newRandom();
    process = new SimulatedProcess(history.scheduler(), name, origin(random), history.newRandom());
    int maxInFlight = RandomValues.oneOf(random, 1, 2, 3, 64);
    int perSecond = RandomValues.oneOf(random, 0, 0, 1, 3, 20);
    Duration maxRetryAfter = SimulatedPolicy.maxRetryAfter(random);
    Duration interval = Duration.ofNanos(perSecond == 0 ? 0 : (long) (1e9 / perSecond));
    expected = new ExpectedClient(history, new ExpectedRate(maxInFlight, interval, maxRetryAfter));
    Scheduler scheduler = defect.scheduler(process);
    VideoTasksBuilder builder =
        VideoTasks.builder()
            .taskSource(defect.source(this, scheduler))
            .scheduler(scheduler)
            .httpClient(HTTP)
            .waitPolicy(WaitPolicy.defaults().withMaxRetryAfter(maxRetryAfter))
            .maxRequestsInFlight(maxInFlight);
    client = (perSecond == 0 ? builder : builder.maxPollsPerSecond(perSecond)).build();
    history.log(this, "starts:", maxInFlight, "in flight, interval", interval, maxRetryAfter);
  }

  /** In one of four processes the monotonic clock wraps around within the first minutes. */
  private static long origin(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Long.MAX_VALUE - random.nextLong(200_000_000_000L);
      case 1 -> -random.nextLong(200_000_000_000L);
      default -> random.nextLong();
    };
  }

  ExpectedClient expected() {
    return expected;
  }

  VideoTasks client() {
    return client;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    SimulatedPoll poll =
        process.isAlive()
            ? expected.onPoll(
                id,
                limit,
                loop -> new SimulatedPoll(loop, history.now(), new CompletableFuture<>()))
            : null;
    if (poll == null) {
      return new CompletableFuture<>();
    }
    history.log(this, "polls", id, "with limit", limit);
    Duration most = limit.compareTo(CALL_TIMEOUT) < 0 ? limit : CALL_TIMEOUT;
    Duration latency = gateway.latency(most);
    SimulatedResponse response =
        latency.equals(most)
            ? SimulatedResponse.error(ErrorKind.CALL_TIMEOUT, null)
            : gateway.respond(id);
    if (latency.isZero()) {
      deliver(poll, response);
    } else {
      history.scheduler().schedule(latency.toNanos(), process, () -> deliver(poll, response));
    }
    return poll.future();
  }

  private void deliver(SimulatedPoll poll, SimulatedResponse response) {
    if (poll.future().isDone()) {
      return;
    }
    history.log(this, poll.loop(), "receives", response);
    if (response.kind() == null) {
      TaskState state = response.toState(poll.loop().id());
      expected.onTask(poll, state);
      poll.future().complete(state);
    } else {
      expected.onError(poll, response);
      poll.future().completeExceptionally(response.toError());
    }
  }

  void add(SimulatedCaller caller) {
    callers.add(caller);
  }

  void subscribe(SimulatedSubscriber subscriber, List<String> ids, WaitPolicy policy) {
    subscribers.add(subscriber);
    defect.publisher(client.watchAll(ids, policy, CallOptions.defaults())).subscribe(subscriber);
  }

  void close() {
    history.log(this, "closes");
    expected.close();
    client.close();
    subscribers.forEach(SimulatedSubscriber::onClientClosed);
    callers.forEach(SimulatedCaller::observeEnd);
  }

  /** Ends the process; nobody waits for its waits any more. */
  void crash() {
    history.log(this, "crashes");
    process.crash();
  }

  void expire() {
    if (process.isAlive()) {
      expected.expire();
    }
  }

  /** Checks what must hold after each event, whatever callbacks are blocked. */
  void afterEvent() {
    if (process.isAlive()) {
      callers.forEach(SimulatedCaller::observeEnd);
      subscribers.forEach(SimulatedSubscriber::removeAbandoned);
      expected.checkAfterEvent();
    }
  }

  /** Checks what must hold when all callbacks have run. */
  void checkQuiescent() {
    if (!process.isAlive() || process.callbackExecutor().pendingTasks() > 0) {
      return;
    }
    subscribers.forEach(SimulatedSubscriber::checkQuiescent);
    callers.forEach(SimulatedCaller::checkNotified);
    boolean idle = expected.openWaits() == 0;
    if (idle && !leaksChecked) {
      checkLeaks();
    }
    leaksChecked = idle;
  }

  private void checkLeaks() {
    String found =
        "%d scheduled calls, %d polls in flight, %s"
            .formatted(process.pendingCalls(), expected.pollsInFlight(), ClientCounts.of(client));
    String clean = "0 scheduled calls, 0 polls in flight, " + ClientCounts.NONE;
    if (!found.equals(clean)) {
      history.violate(Invariant.NOTHING_LEAKS, this, clean, found);
    }
  }

  @Override
  public String toString() {
    return process.toString();
  }
}
