package io.github.videotasks.contract.report;

/** Status of a check. Each status has its own mark, so that readers do not depend on colour. */
public enum CheckStatus {
  /** The check passed. */
  GOOD("good", "✓"),
  /** The check found only differences that known-differences.yaml accepts, each with its reason. */
  AGREED("agreed", "≈"),
  /** Verified with the example of a related page, not of the provider's own. */
  BORROWED("weak", "◐"),
  /** No page shows such a response: only the wiring was tested. */
  TRIED("tried", "○"),
  /** The check failed. */
  BAD("bad", "✗"),
  /** The check did not run. */
  ABSENT("absent", "–");

  private final String style;
  private final String mark;

  CheckStatus(String style, String mark) {
    this.style = style;
    this.mark = mark;
  }

  /** {@return the CSS class in the HTML report} */
  public String style() {
    return style;
  }

  /** {@return the mark in the HTML report, one character} */
  public String mark() {
    return mark;
  }
}
