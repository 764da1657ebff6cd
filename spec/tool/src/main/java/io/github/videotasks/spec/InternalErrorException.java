package io.github.videotasks.spec;

/** The tool itself failed on a page: an error of ours, whatever the page holds. */
public final class InternalErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Takes what happened.
   *
   * @param page the page, such as {@code pages/acme.md}; it becomes the message
   */
  InternalErrorException(String page, Throwable cause) {
    super(page, cause);
  }
}
