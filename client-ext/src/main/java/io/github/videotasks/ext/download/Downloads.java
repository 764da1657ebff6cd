package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Brings the files of finished tasks home: {@code tasks.downloads().result(id, folder, options)}.
 *
 * <p>A file grows beside its target under a hidden name that ends in {@code .part} and is moved to
 * its own name, in one step, only when it is whole; a file that stood there is replaced by the same
 * step. Its name is made of the task's id, never of the address.
 *
 * <p>A connection that breaks is taken up where it broke, if the server proves that the file is
 * still the same; an address that has expired is asked for anew at the gateway. What a download
 * that was cancelled, failed or died has left is taken up by the next one of the same task, in
 * whatever process. Several processes may fetch the same task at once; each then fetches its own
 * copy, and the last one stays.
 *
 * <p>The key never goes to a file host. It goes to the gateway, for the state of the task and, if a
 * finished task names no address, for {@code /v1/videos/{id}/content}.
 *
 * <p>Problems are a {@link io.github.videotasks.ext.error.VideoTasksException}, thrown by the
 * blocking methods and found in the future of the others. Cancelling a future aborts the request.
 * The folder is made if it is missing.
 */
public interface Downloads {

  /** Asks for the task, then as {@link #result(TaskState, Path, DownloadOptions)}. */
  Download result(String id, Path folder, DownloadOptions options);

  /**
   * Fetches the finished video.
   *
   * @param task whose stage is SUCCEEDED
   */
  Download result(TaskState task, Path folder, DownloadOptions options);

  /** As {@link #result(String, Path, DownloadOptions)}, without blocking. */
  CompletableFuture<Download> resultAsync(String id, Path folder, DownloadOptions options);

  /** As {@link #result(TaskState, Path, DownloadOptions)}, without blocking. */
  CompletableFuture<Download> resultAsync(TaskState task, Path folder, DownloadOptions options);

  /**
   * Fetches every file that the answer points at, an address that stands there twice once. Ends
   * when all have ended; if one fails the others are brought home all the same, and the error of
   * the first that failed is thrown, with those of the others as suppressed ones.
   *
   * @param options for each file; an expected length or digest is for the result alone
   * @return the files in the order of preference, the result first
   */
  List<Download> all(TaskState task, Path folder, DownloadOptions options);

  /** As {@link #all(TaskState, Path, DownloadOptions)}, without blocking. */
  CompletableFuture<List<Download>> allAsync(TaskState task, Path folder, DownloadOptions options);
}
