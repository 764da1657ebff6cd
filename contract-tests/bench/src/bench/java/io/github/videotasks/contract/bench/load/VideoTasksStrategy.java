package io.github.videotasks.contract.bench.load;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Uses {@link VideoTasks} with a fixed schedule and records when the next poll is due. */
final class VideoTasksStrategy implements WaitStrategy {

  /**
   * Maximum concurrent requests. At 5 ms per response this is enough for the number of tasks and
   * the intervals measured.
   */
  private static final int FEW_IN_FLIGHT = 12;

  private static final int MANY_IN_FLIGHT = 20;
  private static final int MANY_TASKS = 50_000;

  private final Map<String, Long> plannedPolls = new ConcurrentHashMap<>();
  private final LoadStatistics statistics;
  private final long intervalMs;
  private final WaitPolicy policy;
  private final VideoTasks tasks;

  /**
   * Creates a client.
   *
   * @param timelines whether the waits keep their timelines
   */
  VideoTasksStrategy(
      String url, LoadScenario scenario, boolean timelines, LoadStatistics statistics) {
    this.statistics = statistics;
    intervalMs = scenario.intervalMs();
    int inFlight = scenario.tasks() > MANY_TASKS ? MANY_IN_FLIGHT : FEW_IN_FLIGHT;
    WaitPolicy whole =
        WaitPolicy.defaults()
            .withSchedule(PollSchedule.fixed(Duration.ofMillis(intervalMs)))
            .withJitter(0)
            .withDeadline(Duration.ofHours(2));
    policy = timelines ? whole : whole.withoutTimeline();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(inFlight, 5, TimeUnit.MINUTES))
            .addInterceptor(this::recordPoll)
            .build();
    tasks =
        VideoTasks.builder()
            .baseUrl(url)
            .apiKey("key")
            .httpClient(client)
            .maxRequestsInFlight(inFlight)
            .build();
  }

  private Response recordPoll(Interceptor.Chain chain) throws IOException {
    String id = chain.request().url().queryParameter("id");
    Long planned = plannedPolls.remove(id);
    if (planned != null) {
      statistics.recordLag(System.nanoTime() - planned);
    }
    Response response = chain.proceed(chain.request());
    statistics.recordResponse();
    // Some microseconds before the pause of the schedule begins.
    plannedPolls.put(id, System.nanoTime() + intervalMs * 1_000_000);
    return response;
  }

  @Override
  public void startWaiting(String id) {
    tasks
        .awaitAsync(id, policy, CallOptions.defaults(), TaskListener.none())
        .thenRun(statistics::recordCompletion);
  }

  @Override
  public void close() {
    tasks.close();
  }
}
