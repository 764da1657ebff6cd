package io.github.videotasks.ext.error;

/** Kind of an error. Kinds may be added, so a switch over them needs a default branch. */
public enum ErrorKind {
  /**
   * HTTP 401, or code 401 in a response: the API key is missing, wrong or expired. With HTTP status
   * 0: the supplier of the key failed, and the request was not sent.
   */
  UNAUTHORIZED(false),
  /** HTTP 403: the API key is valid but has no permission for this task. */
  FORBIDDEN(false),
  /** HTTP 404, or 400 with {@code task_not_exist}: the task does not exist (yet). */
  TASK_NOT_FOUND(false),
  /**
   * HTTP 404 for the path itself: the gateway does not have it, so the base URL or the endpoint is
   * wrong.
   */
  ENDPOINT_NOT_FOUND(false),
  /** HTTP 429: too many requests. */
  RATE_LIMITED(true),
  /** Another HTTP 4xx: the gateway rejects the request. */
  REJECTED(false),
  /** HTTP 5xx, or a 408, 409 or 425 after which the request may be retried. */
  SERVER_ERROR(true),
  /**
   * HTTP 403 or 503 with a web page that checks for a browser, sent by a proxy in front of the
   * gateway. It is not about the API key.
   */
  CHALLENGE(true),
  /** HTTP 3xx: redirects are not followed, because the API key would be sent to the new URL. */
  REDIRECTED(false),
  /** HTTP 200 with an error object instead of a task, whose code is not that of another kind. */
  ERROR_RESPONSE(false),
  /** HTTP 200 without a task: HTML, an empty body, truncated JSON, or an unknown object. */
  UNREADABLE_RESPONSE(true),
  /** The response or file exceeds the size limit. */
  TOO_LARGE(false),
  /** The connection failed or was lost. */
  CONNECTION(true),
  /**
   * DNS does not know the host of the gateway: the base URL is mistyped, or there is no network.
   */
  UNKNOWN_HOST(true),
  /** TLS does not accept the certificate of the host: untrusted, expired, or of another host. */
  UNTRUSTED_CERTIFICATE(false),
  /** The timeout of one call was exceeded. */
  CALL_TIMEOUT(true),
  /** The timeout of a wait was exceeded. */
  WAIT_TIMEOUT(false),
  /** The task has no file of that kind: it has not ended, has failed, or never had one. */
  NO_FILE(false),
  /** The task has succeeded, but the gateway does not serve its file yet. */
  NOT_READY(true),
  /** The URL of a file, or a redirect target, is not allowed by the download options. */
  URL_REFUSED(false),
  /** The URL of a file has expired, and the gateway returns no new one. */
  URL_EXPIRED(false),
  /** The first bytes belong to another file type: an HTML page, JSON, another kind of media. */
  UNEXPECTED_FILE(false),
  /** The file is incomplete, or its length or digest differs from the expected one. */
  BROKEN_FILE(true),
  /** The file cannot be written: disk full, no permission, or no such folder. */
  STORAGE(false),
  /** The waiting thread was interrupted. */
  INTERRUPTED(false),
  /** The client was closed. */
  CLOSED(false);

  private final boolean retryable;

  ErrorKind(boolean retryable) {
    this.retryable = retryable;
  }

  /** {@return true if the same request may succeed later} */
  public boolean isRetryable() {
    return retryable;
  }
}
