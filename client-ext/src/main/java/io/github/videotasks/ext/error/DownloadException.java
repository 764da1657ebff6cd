package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/**
 * A file of a task could not be brought home, for a reason of its own: no file, an address that is
 * refused or no longer works, something else than a video, a broken file, or a disk that does not
 * take it. Nothing stands under the file's name then.
 */
public final class DownloadException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  DownloadException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}
