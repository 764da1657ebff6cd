package io.github.videotasks.spec;

/** A defect of the tool that occurred for one page; even an invalid page must not cause it. */
public final class InternalErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param page the page, such as {@code pages/acme.md}; it becomes the message
   * @param cause the unexpected exception
   */
  InternalErrorException(String page, Throwable cause) {
    super(page, cause);
  }
}
