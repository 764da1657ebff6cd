package io.github.videotasks.ext.http;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * HTTP client for files that the gateway itself stores, at {@code GET /v1/videos/{id}/content}. It
 * sends the API key as {@link GatewayClient} does. A file is larger than any other response and may
 * take its time, so neither the response limit nor a read timeout applies; the download detects a
 * stall. The connections are its own, because those of the gateway client are bounded.
 */
public final class ContentClient implements AutoCloseable {

  private final OkHttpClient client;
  private final VideoTasksApi api;

  ContentClient(OkHttpClient gatewayClient, VideoTasksApi api, SocketFactory fileSockets) {
    this.api = api;
    OkHttpClient.Builder builder =
        gatewayClient
            .newBuilder()
            .connectionPool(new ConnectionPool())
            .readTimeout(Duration.ZERO)
            .callTimeout(Duration.ZERO);
    builder.interceptors().removeIf(ResponseLimitInterceptor.class::isInstance);
    if (gatewayClient.socketFactory() instanceof BoundedSocketFactory) {
      builder.socketFactory(fileSockets);
    }
    client = builder.build();
  }

  /**
   * Creates a call for the file of a task.
   *
   * @param headers of the request, such as {@code Range}
   * @return a call that is not sent yet
   */
  public Call newCall(TaskId id, Headers headers) {
    HttpUrl task = api.retrieveVideo(id.value()).request().url();
    return client.newCall(
        new Request.Builder()
            .url(task.newBuilder().addPathSegment("content").build())
            .headers(headers)
            .build());
  }

  /** Drops the connections. */
  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
