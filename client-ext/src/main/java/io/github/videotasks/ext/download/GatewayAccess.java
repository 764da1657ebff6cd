package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Access of downloads to the gateway of their client. Requests sent through it contain the API key;
 * it is never used for a file host, nor for another path of the gateway.
 */
public interface GatewayAccess {

  /**
   * Requests the state of a task within the timeout.
   *
   * @param id the task
   * @param timeout the maximum time, including retries
   * @return a future of the state; it fails with a {@link VideoTasksException}
   */
  CompletableFuture<TaskState> fetchTask(TaskId id, Duration timeout);

  /**
   * Creates a call for the file that the gateway itself serves, with the API key. The call is not
   * executed yet.
   *
   * @param id the task
   * @param headers the headers besides the API key, such as a range
   * @return the call
   */
  Call newContentCall(TaskId id, Headers headers);

  /**
   * Creates a call for a URL of a response, with the API key, if the URL is the content endpoint of
   * the task at the gateway.
   *
   * @param id the requested task
   * @param url the URL as the response contains it
   * @param headers the headers of the request
   * @return a call that is not executed yet; null for every other URL, which must be requested
   *     without the key
   */
  @Nullable Call newContentCall(TaskId id, String url, Headers headers);

  /**
   * Returns the URL of the file in the JSON that the content endpoint sent instead of the file.
   *
   * @param id the requested task
   * @param response the response of the content endpoint; its body is not consumed
   * @return the URL; null if the body is not JSON or has no URL of a file
   * @throws IOException if the body cannot be read
   */
  @Nullable String linkedUrl(TaskId id, Response response) throws IOException;

  /**
   * Creates an error for a response of the content endpoint that is not a file, with the masked
   * message, the code and the request id of the gateway.
   *
   * @param id the requested task
   * @param response the response of the content endpoint; its body is not consumed
   * @return the error; its kind is NOT_READY if the gateway may serve the file some seconds later
   */
  VideoTasksException contentError(TaskId id, Response response);

  /**
   * {@return whether a text of a server contains the API key, as it is or encoded}
   *
   * @param text such as a host name, which is in lower case
   */
  boolean containsKey(String text);

  /**
   * Starts an operation that ends at the latest when the client is closed.
   *
   * @param <T> type of the result
   * @param start starts the operation; not called if the client is closed
   * @return the future of the operation; it fails if the client is closed
   */
  <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start);

  /**
   * Blocks until the future has completed; throws its exception without a wrapper.
   *
   * @param <T> type of the result
   * @param future any future
   * @return its result
   */
  <T> T join(CompletableFuture<T> future);
}
