package io.github.videotasks.ext.error;

/** What went wrong. Kinds may be added: give a switch over them a default. */
public enum ErrorKind {
  /** 401: the key is missing, wrong or expired. */
  UNAUTHORIZED(false),
  /** 403: the key is known but may not see this. */
  FORBIDDEN(false),
  /** 404, or 400 with {@code task_not_exist}: the gateway does not know the task (yet). */
  TASK_NOT_FOUND(false),
  /** 429: too many requests. */
  RATE_LIMITED(true),
  /** Another 4xx: the gateway refuses the request as it is. */
  REJECTED(false),
  /** 5xx, or a 408, 409 or 425 that asks to come again. */
  SERVER_ERROR(true),
  /** 3xx: redirects are not followed, because the key would go along. */
  REDIRECTED(false),
  /** 200 with an error object instead of a task. */
  ERROR_RESPONSE(false),
  /** 200 with something that is no task: HTML, nothing, half a JSON value, an unknown object. */
  UNREADABLE_RESPONSE(true),
  /** The answer is larger than allowed. */
  TOO_LARGE(false),
  /** No connection, or one that broke. */
  CONNECTION(true),
  /** The time for one call is over. */
  CALL_TIMEOUT(true),
  /** The time for a wait is over. */
  WAIT_TIMEOUT(false),
  /** The task has no file of that kind: it has not ended, has failed, or never had one. */
  NO_FILE(false),
  /** A file's address, or where it redirects to, leads where a download must not go. */
  URL_REFUSED(false),
  /** A file's address does not work any more, and the gateway gives no other. */
  URL_EXPIRED(false),
  /** What came is no such file, as its first bytes say: a page, JSON, another kind of media. */
  UNEXPECTED_FILE(false),
  /** The file is not whole, or not the one that was expected, by its length or its digest. */
  BROKEN_FILE(true),
  /** The file cannot be written: no space, no right, no such folder. */
  STORAGE(false),
  /** The waiting thread was interrupted. */
  INTERRUPTED(false),
  /** The client was closed. */
  CLOSED(false);

  private final boolean retryable;

  ErrorKind(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same request may succeed later. */
  public boolean isRetryable() {
    return retryable;
  }
}
