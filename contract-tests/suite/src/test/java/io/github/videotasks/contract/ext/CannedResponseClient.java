package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The extension's facade with a configured response instead of a network. */
final class CannedResponseClient implements AutoCloseable {

  private final VideoTasks tasks =
      VideoTasks.builder()
          .baseUrl("https://gateway.example")
          .apiKey("key")
          .httpClient(new OkHttpClient.Builder().addInterceptor(this::respond).build())
          .callOptions(CallOptions.defaults().withMaxRequests(1))
          .build();

  private volatile int status = 200;
  private volatile MediaType type = MediaType.get("application/json");
  private volatile String body = "";

  private Response respond(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(body, type))
        .build();
  }

  /** Returns the task that the facade parses from this response. */
  TaskState getTask(int responseStatus, String contentType, String responseBody) {
    status = responseStatus;
    type = MediaType.get(contentType);
    body = responseBody;
    return tasks.get("sora-2:task_1");
  }

  @Override
  public void close() {
    tasks.close();
  }
}
