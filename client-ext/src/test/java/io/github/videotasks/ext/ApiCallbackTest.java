package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.GET;

/** Callbacks of Retrofit interfaces run on the callback executor, not on threads of OkHttp. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ApiCallbackTest {

  /** An interface of an application. */
  interface FutureApi {
    @GET("v1/video/query?id=t")
    CompletableFuture<VideoTask> query();
  }

  private final MockWebServer gateway = new MockWebServer();
  private final BlockingQueue<Runnable> callbacks = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @BeforeEach
  void start() throws Exception {
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private VideoTasks client() {
    return VideoTasks.builder()
        .baseUrl(gateway.url("/").toString())
        .apiKey("key")
        .callbackExecutor(callbacks::add)
        .build();
  }

  private static MockResponse task() {
    return new MockResponse.Builder().body("{\"id\":\"t\",\"status\":\"pending\"}").build();
  }

  @Test
  void enqueuedCallIsReported() throws Exception {
    gateway.enqueue(task());
    try (VideoTasks tasks = client()) {
      tasks.api(VideoTasksApi.class).queryVideoTask("t").enqueue(recordingCallback());
      callbacks.take().run();

      assertThat(received.take()).isEqualTo("pending on " + Thread.currentThread().getName());
    }
  }

  @Test
  void failureIsReported() throws Exception {
    gateway.enqueue(
        new MockResponse.Builder()
            .onRequestStart(new mockwebserver3.SocketEffect.CloseSocket())
            .build());
    try (VideoTasks tasks = client()) {
      Call<VideoTask> call = tasks.api(VideoTasksApi.class).queryVideoTask("t").clone();
      call.enqueue(recordingCallback());
      callbacks.take().run();

      assertThat(received.take()).isEqualTo("failed on " + Thread.currentThread().getName());
      assertThat(call.isExecuted()).isTrue();
    }
  }

  @Test
  @SuppressWarnings("FutureReturnValueIgnored") // the queue receives what the stage does
  void futureCompletesOnTheExecutor() throws Exception {
    gateway.enqueue(task());
    try (VideoTasks tasks = client()) {
      tasks
          .api(FutureApi.class)
          .query()
          .thenAccept(it -> received.add("on " + Thread.currentThread().getName()));
      callbacks.take().run();

      assertThat(received.take()).isEqualTo("on " + Thread.currentThread().getName());
    }
  }

  @Test
  void blockingCallNeedsNoCallback() throws Exception {
    gateway.enqueue(task());
    try (VideoTasks tasks = client()) {
      Call<VideoTask> call = tasks.api(VideoTasksApi.class).queryVideoTask("t");
      assertThat(call.execute().body()).isNotNull();
      assertThat(List.of(call.isExecuted(), call.isCanceled(), callbacks.isEmpty()))
          .containsExactly(true, false, true);
    }
  }

  private Callback<VideoTask> recordingCallback() {
    return new Callback<>() {
      @Override
      public void onResponse(Call<VideoTask> call, Response<VideoTask> response) {
        VideoTask body = response.body();
        received.add(
            (body == null ? null : body.status()) + " on " + Thread.currentThread().getName());
      }

      @Override
      public void onFailure(Call<VideoTask> call, Throwable error) {
        received.add("failed on " + Thread.currentThread().getName());
      }
    };
  }
}
