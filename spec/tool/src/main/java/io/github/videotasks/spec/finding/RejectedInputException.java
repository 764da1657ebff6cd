package io.github.videotasks.spec.finding;

/** Thrown when an input is rejected; its finding has the location, the reason and the next step. */
public class RejectedInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  /**
   * Creates the exception for one finding of severity {@link Severity#ERROR}.
   *
   * @param rule the id of the rule
   * @param location where the input is wrong
   * @param message expected and found
   * @param remedy what to do
   */
  public RejectedInputException(
      String rule, SourceLocation location, String message, String remedy) {
    this(new Finding(rule, Severity.ERROR, location, message, remedy));
  }

  /**
   * Creates the exception for a finding.
   *
   * @param finding its text is the message
   */
  public RejectedInputException(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  /** {@return the finding that refused the input, to report it beside others} */
  public final Finding finding() {
    return finding;
  }
}
