package io.github.videotasks.spec.diff;

/** Whom a change breaks. */
public enum Impact {
  /** A client that was built against the old contract may fail. */
  BREAKING("breaking"),
  /** Requests and answers still fit, but code that uses a generated client no longer compiles. */
  BREAKING_FOR_GENERATED_CODE("breaking for generated code only"),
  /** Something was added that an old client may leave alone. */
  COMPATIBLE("compatible"),
  /** Nothing on the wire or in generated code changes. */
  NONE("none");

  private final String label;

  Impact(String words) {
    this.label = words;
  }

  /** Gives the impact as reports show it. */
  public String label() {
    return label;
  }
}
