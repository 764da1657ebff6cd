package io.github.videotasks.ext.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a file of a task could not be downloaded for a reason specific to downloads: no file, a
 * file that is not ready, a URL that is refused or expired, an unexpected file type, a broken file,
 * or a storage error. No file with the target name is written in this case.
 */
public final class DownloadException extends VideoTasksException {

  private static final long serialVersionUID = 1L;

  DownloadException(String problem, ErrorDetails details, @Nullable Throwable cause) {
    super(problem, details, cause);
  }
}
