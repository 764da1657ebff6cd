package io.github.videotasks.spec.finding;

/** Thrown when an input is rejected; its finding has the location, the reason and the next step. */
public class RejectedInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public RejectedInputException(
      String rule, SourceLocation location, String message, String remedy) {
    this(new Finding(rule, Severity.ERROR, location, message, remedy));
  }

  public RejectedInputException(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  public final Finding finding() {
    return finding;
  }
}
