package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;
import org.jspecify.annotations.Nullable;

/** Outcome of one request for a file. */
sealed interface AttemptOutcome {

  /**
   * The body was received to its end.
   *
   * @param endConfirmed true if the protocol marks the end of the body (Content-Length, chunked
   *     encoding, HTTP/2); if false, the file may be truncated
   */
  record BodyReceived(boolean endConfirmed) implements AttemptOutcome {}

  /** Returns what was wrong with the response; null if nothing was. */
  default @Nullable VideoTasksException error() {
    return null;
  }

  /** The file is complete and was moved to its target name. */
  record Completed(Download download) implements AttemptOutcome {}

  /**
   * The request may be retried: for the missing bytes, or for the whole file if the partial file
   * was truncated to zero.
   */
  record Retry(VideoTasksException error) implements AttemptOutcome {}

  /** The URL has expired; the gateway may return a new one. */
  record UrlExpired(VideoTasksException error) implements AttemptOutcome {}

  /** The gateway does not serve the file yet, although the task has succeeded. */
  record NotReady(VideoTasksException error) implements AttemptOutcome {}

  /** The download failed; a retry cannot succeed. */
  record Failed(VideoTasksException error) implements AttemptOutcome {}
}
