package io.github.videotasks.durable;

import org.jspecify.annotations.Nullable;

/** Thrown when a durable wait cannot be stored, changed or read. */
public final class DurableWaitsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Kind of a problem. Kinds may be added, so a switch over them needs a default branch. */
  public enum Kind {
    /** The bound on open waits is reached. */
    TOO_MANY_WAITS,
    /** The bound on events that no handler has processed is reached. */
    OUTBOX_FULL,
    /** The tables, or what is stored in them, are missing or of another version. */
    SCHEMA,
    /** The database does not respond, or rejects a statement. */
    DATABASE
  }

  /** What to react to. */
  private final Kind kind;

  DurableWaitsException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /**
   * Returns the kind of the problem.
   *
   * @return what to react to
   */
  public Kind kind() {
    return kind;
  }
}
