package io.github.videotasks.spec.diff;

/** The impact of a change on clients, the worst first. */
public enum Impact {
  /** A client that was built against the old contract may fail. */
  BREAKING("breaking"),
  /**
   * Requests and responses stay compatible, but code that uses a generated client may no longer
   * compile.
   */
  BREAKING_FOR_GENERATED_CODE("breaking for generated code only"),
  /** No client fails, but a person must decide something, such as the stage of a status value. */
  ATTENTION("attention"),
  /** Something was added that an old client may ignore. */
  COMPATIBLE("compatible"),
  /** Nothing on the wire or in generated code changes. */
  NONE("none");

  private final String label;

  Impact(String label) {
    this.label = label;
  }

  /** {@return the class of a change with this impact in a review} */
  public ChangeClass changeClass() {
    return switch (this) {
      case BREAKING, BREAKING_FOR_GENERATED_CODE -> ChangeClass.BREAKING;
      case ATTENTION -> ChangeClass.ATTENTION;
      case COMPATIBLE, NONE -> ChangeClass.COMPATIBLE;
    };
  }

  /** {@return the name of the impact in reports} */
  public String label() {
    return label;
  }
}
