package io.github.videotasks.ext.http;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.payload.TaskId;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Builds the requests of the contract. Paths, parameters and their encoding are the generated
 * client's; it is never used to send them, because sending is where limits and secrets matter.
 */
public final class TaskRequestFactory {

  private final VideoTasksApi api;
  private final EndpointStyle defaultStyle;

  /**
   * Prepares the requests to one gateway.
   *
   * @param usual the operation that is asked unless a call says otherwise
   */
  public TaskRequestFactory(BaseUrl gateway, OkHttpClient client, EndpointStyle usual) {
    this.defaultStyle = usual;
    api =
        ApiClient.retrofit(gateway.url().toString())
            .client(client)
            .build()
            .create(VideoTasksApi.class);
  }

  /** The operation that is asked if a call names this one, or none. */
  EndpointStyle styleOrDefault(@Nullable EndpointStyle endpoint) {
    return endpoint == null ? defaultStyle : endpoint;
  }

  Request taskRequest(TaskId id, @Nullable EndpointStyle endpoint) {
    Request request =
        switch (styleOrDefault(endpoint)) {
          case UNIFIED -> api.queryVideoTask(id.value()).request();
          case OPENAI -> api.retrieveVideo(id.value()).request();
        };
    return request.newBuilder().header("Accept", "application/json").build();
  }

  /** For the file that the gateway itself keeps: {@code GET /v1/videos/{id}/content}. */
  public Request contentRequest(TaskId id, Headers headers) {
    HttpUrl task = api.retrieveVideo(id.value()).request().url();
    return new Request.Builder()
        .url(task.newBuilder().addPathSegment("content").build())
        .headers(headers)
        .build();
  }
}
