package io.github.videotasks.spec.finding;

/** Something was refused; the finding says where, why and what to do. */
public final class RejectedInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public RejectedInputException(String rule, SourceLocation place, String message, String remedy) {
    this(new Finding(rule, Severity.ERROR, place, message, remedy));
  }

  public RejectedInputException(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  public Finding finding() {
    return finding;
  }
}
