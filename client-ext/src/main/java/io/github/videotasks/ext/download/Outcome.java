package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;

/** What one request for a file has come to. */
sealed interface Outcome {

  /**
   * All bytes that come have come.
   *
   * @param surely whether the protocol has told the end; if not, the file may be cut
   */
  record Whole(boolean surely) implements Outcome {}

  /** The file has its name. */
  record Home(Download download) implements Outcome {}

  /** The request may be made again: for what is missing, or for all if the part was emptied. */
  record Again(VideoTasksException error) implements Outcome {}

  /** The address does not work any more; the gateway may know another. */
  record Expired(VideoTasksException error) implements Outcome {}

  /** No request will help. */
  record Lost(VideoTasksException error) implements Outcome {}
}
