package io.github.videotasks.contract.bench.load;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Uses the generated Retrofit interface with a default OkHttp client: enqueues a call, and enqueues
 * the next one after the interval.
 */
final class NaiveRetrofitStrategy implements WaitStrategy {

  private record PlannedPoll(long nanoTime) {}

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, PlannedPoll> plannedPolls = new ConcurrentHashMap<>();
  private final LoadStatistics statistics;
  private final long intervalMs;
  private final OkHttpClient client;
  private final VideoTasksApi api;

  NaiveRetrofitStrategy(String url, long intervalMs, LoadStatistics statistics) {
    this.statistics = statistics;
    this.intervalMs = intervalMs;
    client = new OkHttpClient.Builder().addInterceptor(this::recordLag).build();
    api = ApiClient.retrofit(url).client(client).build().create(VideoTasksApi.class);
  }

  private okhttp3.Response recordLag(Interceptor.Chain chain) throws IOException {
    PlannedPoll planned = plannedPolls.remove(chain.request().url().queryParameter("id"));
    if (planned != null) {
      statistics.recordLag(System.nanoTime() - planned.nanoTime());
    }
    return chain.proceed(chain.request());
  }

  @Override
  public void startWaiting(String id) {
    api.queryVideoTask(id)
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(Call<VideoTask> call, Response<VideoTask> response) {
                statistics.recordResponse();
                VideoTask task = response.body();
                if (task != null && "completed".equals(task.status())) {
                  statistics.recordCompletion();
                } else {
                  scheduleNextPoll(id);
                }
              }

              @Override
              public void onFailure(Call<VideoTask> call, Throwable error) {
                scheduleNextPoll(id);
              }
            });
  }

  private void scheduleNextPoll(String id) {
    plannedPolls.put(id, new PlannedPoll(System.nanoTime() + intervalMs * 1_000_000));
    timer.schedule(() -> startWaiting(id), intervalMs, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.dispatcher().cancelAll();
  }
}
