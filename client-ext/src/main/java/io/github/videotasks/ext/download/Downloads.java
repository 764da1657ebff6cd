package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Downloads the files of finished tasks: {@code tasks.downloads().result(id, folder, options)}.
 *
 * <p>A partial file is written beside the target under a hidden name that ends in {@code .part}.
 * When it is complete, it is moved atomically to the target name and replaces an existing file. The
 * target name is derived from the task id, never from the URL.
 *
 * <p>After a lost connection, the download resumes at the last received byte if the server confirms
 * that the file has not changed. If a URL has expired, a new one is requested from the gateway. A
 * partial file left by a download that was cancelled, failed or was killed is resumed by the next
 * download of the same task, in any process. Several processes may download the same task at the
 * same time: each downloads its own copy, and the last one replaces the others.
 *
 * <p>The API key is never sent to a file host, nor to the target of a redirect. It is sent to the
 * gateway for the state of the task and for {@code /v1/videos/{id}/content} of the same id, if the
 * response has no URL of a result or exactly this one. Other URLs of the gateway are requested
 * without it.
 *
 * <p>If the gateway does not serve the file yet (HTTP 202, 400, 404 or 409 from that endpoint, or a
 * JSON body that says so), it is requested again with increasing pauses for at most 30 s within the
 * timeout of the download. Then the error is of kind NOT_READY and contains the message, the code
 * and the request id of the gateway. If the endpoint returns JSON with the URL of a file, the file
 * is downloaded from there; other JSON is quoted in the error.
 *
 * <p>Errors are reported as a {@link io.github.videotasks.ext.error.VideoTasksException}: blocking
 * methods throw it, the other methods complete their future with it. Cancelling a future aborts the
 * request. The folder is created if it does not exist.
 */
public interface Downloads {

  /**
   * Requests the task, then downloads as {@link #result(TaskState, Path, DownloadOptions)}.
   *
   * @param id the id of the task, as the gateway returned it
   * @param folder the folder of the target file; created if it does not exist
   * @param options limits, network scope, expected size and digest
   * @return the downloaded file
   * @throws IllegalArgumentException if the id is not a valid task id
   * @throws io.github.videotasks.ext.error.VideoTasksException if the task cannot be read, has not
   *     succeeded, or the download fails
   */
  Download result(String id, Path folder, DownloadOptions options);

  /**
   * Downloads the finished video, of an image task the image.
   *
   * @param task a task whose stage is SUCCEEDED
   * @param folder the folder of the target file; created if it does not exist
   * @param options limits, network scope, expected size and digest
   * @return the downloaded file
   * @throws io.github.videotasks.ext.error.VideoTasksException if the download fails
   */
  Download result(TaskState task, Path folder, DownloadOptions options);

  /**
   * As {@link #result(String, Path, DownloadOptions)}, without blocking.
   *
   * @param id the id of the task, as the gateway returned it
   * @param folder the folder of the target file; created if it does not exist
   * @param options limits, network scope, expected size and digest
   * @return a future of the downloaded file; cancelling it aborts the download
   */
  CompletableFuture<Download> resultAsync(String id, Path folder, DownloadOptions options);

  /**
   * As {@link #result(TaskState, Path, DownloadOptions)}, without blocking.
   *
   * @param task a task whose stage is SUCCEEDED
   * @param folder the folder of the target file; created if it does not exist
   * @param options limits, network scope, expected size and digest
   * @return a future of the downloaded file; cancelling it aborts the download
   */
  CompletableFuture<Download> resultAsync(TaskState task, Path folder, DownloadOptions options);

  /**
   * Downloads every file that the response links to, each URL once. Returns when all downloads have
   * ended. If one fails, the others still continue; the error of the first failed file is thrown
   * and the errors of the others are added to it as suppressed exceptions.
   *
   * @param task a task whose stage is SUCCEEDED
   * @param folder the folder of the target files; created if it does not exist
   * @param options the options for each file; an expected length or digest applies only to the
   *     result
   * @return the files in order of preference, the result first
   * @throws io.github.videotasks.ext.error.VideoTasksException if a download fails
   */
  List<Download> all(TaskState task, Path folder, DownloadOptions options);

  /**
   * As {@link #all(TaskState, Path, DownloadOptions)}, without blocking.
   *
   * @param task a task whose stage is SUCCEEDED
   * @param folder the folder of the target files; created if it does not exist
   * @param options the options for each file
   * @return a future of the files, the result first; cancelling it aborts all downloads
   */
  CompletableFuture<List<Download>> allAsync(TaskState task, Path folder, DownloadOptions options);
}
