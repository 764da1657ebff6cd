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

/** Uses {@link VideoTasks} with a schedule that records when the next poll is due. */
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
  private final WaitPolicy policy;
  private final VideoTasks tasks;

  VideoTasksStrategy(String url, LoadScenario scenario, LoadStatistics statistics) {
    this.statistics = statistics;
    long intervalMs = scenario.intervalMs();
    int inFlight = scenario.tasks() > MANY_TASKS ? MANY_IN_FLIGHT : FEW_IN_FLIGHT;
    PollSchedule every =
        context -> {
          if (context.lastState() != null) {
            plannedPolls.put(
                context.lastState().id().value(), System.nanoTime() + intervalMs * 1_000_000);
          }
          return Duration.ofMillis(intervalMs);
        };
    policy =
        WaitPolicy.defaults().withSchedule(every).withJitter(0).withDeadline(Duration.ofHours(2));
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
    Long planned = plannedPolls.remove(chain.request().url().queryParameter("id"));
    if (planned != null) {
      statistics.recordLag(System.nanoTime() - planned);
    }
    Response response = chain.proceed(chain.request());
    statistics.recordResponse();
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
