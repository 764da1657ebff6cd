package io.github.videotasks.spec.diff;

import java.util.Locale;

/** The classes of changes in a review, the one to read first before the others. */
public enum ChangeClass {
  /** A client breaks, or code that uses a generated client. */
  BREAKING,
  /** No client breaks, but a person must decide something, such as the stage of a status value. */
  ATTENTION,
  /** An old client continues to work as before. */
  COMPATIBLE;

  /** {@return the name of the class in reports} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
