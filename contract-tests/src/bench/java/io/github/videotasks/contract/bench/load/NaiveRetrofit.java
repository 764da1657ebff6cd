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
 * The generated interface with a client as it comes: enqueue, and enqueue again after the pause.
 */
final class NaiveRetrofit implements Client {

  private record Due(long at) {}

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Due> due = new ConcurrentHashMap<>();
  private final Seen seen;
  private final long intervalMs;
  private final OkHttpClient client;
  private final VideoTasksApi api;

  NaiveRetrofit(String url, long intervalMs, Seen seen) {
    this.seen = seen;
    this.intervalMs = intervalMs;
    client = new OkHttpClient.Builder().addInterceptor(this::note).build();
    api = ApiClient.retrofit(url).client(client).build().create(VideoTasksApi.class);
  }

  private okhttp3.Response note(Interceptor.Chain chain) throws IOException {
    Due planned = due.remove(chain.request().url().queryParameter("id"));
    if (planned != null) {
      seen.late(System.nanoTime() - planned.at());
    }
    return chain.proceed(chain.request());
  }

  @Override
  public void begin(String id) {
    api.queryVideoTask(id)
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(Call<VideoTask> call, Response<VideoTask> response) {
                seen.answer();
                VideoTask task = response.body();
                if (task != null && "completed".equals(task.status())) {
                  seen.end();
                } else {
                  again(id);
                }
              }

              @Override
              public void onFailure(Call<VideoTask> call, Throwable error) {
                again(id);
              }
            });
  }

  private void again(String id) {
    due.put(id, new Due(System.nanoTime() + intervalMs * 1_000_000));
    timer.schedule(() -> begin(id), intervalMs, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.dispatcher().cancelAll();
  }
}
