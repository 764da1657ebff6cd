package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;

/** What one request for a file has come to. */
sealed interface AttemptOutcome {

  /**
   * All bytes that come have come.
   *
   * @param endConfirmed whether the protocol has told the end; if not, the file may be cut
   */
  record BodyReceived(boolean endConfirmed) implements AttemptOutcome {}

  /** The file has its name. */
  record Completed(Download download) implements AttemptOutcome {}

  /** The request may be made again: for what is missing, or for all if the part was emptied. */
  record Retry(VideoTasksException error) implements AttemptOutcome {}

  /** The address does not work any more; the gateway may know another. */
  record UrlExpired(VideoTasksException error) implements AttemptOutcome {}

  /** No request will help. */
  record Failed(VideoTasksException error) implements AttemptOutcome {}
}
