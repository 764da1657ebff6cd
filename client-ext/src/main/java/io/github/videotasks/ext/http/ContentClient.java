package io.github.videotasks.ext.http;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import java.io.IOException;
import java.time.Duration;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * HTTP client for files that the gateway itself stores, at {@code GET /v1/videos/{id}/content}. It
 * sends the API key as {@link GatewayClient} does. A file is larger than any other response and may
 * take its time, so neither the response limit nor a read timeout applies; the download detects a
 * stall. The connections are its own, because those of the gateway client are bounded.
 */
public final class ContentClient implements AutoCloseable {

  private final OkHttpClient client;
  private final VideoTasksApi api;
  private final ContentResponseParser parser;

  ContentClient(
      OkHttpClient gatewayClient,
      VideoTasksApi api,
      ResponseParser parser,
      SocketFactory fileSockets) {
    this.api = api;
    this.parser = new ContentResponseParser(parser);
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
   * @param id the task
   * @param headers of the request, such as {@code Range}
   * @return a call that is not sent yet
   */
  public Call newCall(TaskId id, Headers headers) {
    return newCall(contentUrl(id), headers);
  }

  /**
   * Creates a call for a URL of a response if it is the content endpoint of the task. Only then may
   * the API key be sent along: another URL of the gateway's origin may belong to somebody else's
   * file, or do something.
   *
   * @param id the requested task
   * @param url the URL as the response contains it; it is requested unchanged
   * @param headers of the request, such as {@code Range}
   * @return a call that is not sent yet; null if the URL has another scheme, host, port or path, or
   *     a user
   */
  public @Nullable Call newCall(TaskId id, String url, Headers headers) {
    HttpUrl parsed = HttpUrl.parse(url);
    return parsed != null && isContentUrl(id, parsed) ? newCall(parsed, headers) : null;
  }

  private Call newCall(HttpUrl url, Headers headers) {
    return client.newCall(new Request.Builder().url(url).headers(headers).build());
  }

  private HttpUrl contentUrl(TaskId id) {
    HttpUrl task = api.retrieveVideo(id.value()).request().url();
    return task.newBuilder().addPathSegment("content").build();
  }

  /** Compares the decoded segments of the path, so the id may be percent-encoded. */
  private boolean isContentUrl(TaskId id, HttpUrl url) {
    HttpUrl content = contentUrl(id);
    return new BaseUrl(content).isSameOrigin(url)
        && url.encodedUsername().isEmpty()
        && url.encodedPassword().isEmpty()
        && url.pathSegments().equals(content.pathSegments());
  }

  /**
   * Returns the URL of the file in the JSON that the gateway sent instead of the file.
   *
   * @param id the requested task
   * @param response the response to {@link #newCall}; its body is not consumed
   * @return the URL; null if the body is not JSON or has no URL of a file
   * @throws IOException if the body cannot be read
   */
  public @Nullable String linkedUrl(TaskId id, Response response) throws IOException {
    return parser.linkedUrl(id, response);
  }

  /**
   * Describes a response that is not a file.
   *
   * @param id the requested task
   * @param response the response to {@link #newCall}; its body is not consumed
   * @return an exception with the masked message, the code and the request id of the gateway; its
   *     kind is NOT_READY if the gateway may serve the file some seconds later
   */
  public VideoTasksException error(TaskId id, Response response) {
    return parser.error(id, response);
  }

  /**
   * {@return whether a text contains the API key, as it is or encoded}
   *
   * @param text such as a host name or a header of a response
   */
  public boolean containsKey(String text) {
    return parser.containsKey(text);
  }

  /** Drops the connections. */
  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
