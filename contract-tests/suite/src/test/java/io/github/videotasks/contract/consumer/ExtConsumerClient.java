package io.github.videotasks.contract.consumer;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;
import java.net.URI;
import java.util.Map;
import okhttp3.OkHttpClient;

/** The extension as a team would use it: one request by its facade. */
final class ExtConsumerClient implements ConsumerClient {

  private static final OkHttpClient SHARED = new OkHttpClient();

  /** One request without retries: a contract covers one response. */
  private static final CallOptions SINGLE_REQUEST = CallOptions.defaults().withMaxRequests(1);

  /** Skips accessors that return types of the generated client, which has its own contract. */
  private static final AccessorReader READER =
      new AccessorReader(
          method -> method.getReturnType().getName().startsWith("io.github.videotasks.client."));

  @Override
  public String name() {
    return "video-tasks-client-ext";
  }

  /**
   * {@inheritDoc}
   *
   * <p>Always sends a key, because the facade requires one.
   */
  @Override
  public AccessorValues fetchTask(
      URI baseUrl, String operationId, String taskId, boolean withToken) {
    CallOptions options = SINGLE_REQUEST.withEndpoint(endpointStyle(operationId));
    try (VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl(baseUrl.toString())
            .apiKey("a-token")
            .httpClient(SHARED)
            .build()) {
      return READER.read(tasks.get(taskId, options));
    } catch (VideoTasksException e) {
      return new AccessorValues(
          e.httpStatus() == 200 || e.httpStatus() == 0
              ? Map.of("#unreadable", e.kind().name())
              : Map.of("#refused", String.valueOf(e.httpStatus())));
    }
  }

  private static EndpointStyle endpointStyle(String operationId) {
    return operationId.equals("retrieveVideo") ? EndpointStyle.OPENAI : EndpointStyle.UNIFIED;
  }
}
