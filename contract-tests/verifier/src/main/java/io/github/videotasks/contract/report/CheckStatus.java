package io.github.videotasks.contract.report;

/**
 * How good news a judgement is; each has a mark of its own, so that no reader depends on colour.
 */
public enum CheckStatus {
  /** The judge agrees. */
  GOOD("good", "✓"),
  /** The judge complains, and known-differences.yaml says why that is agreed. */
  AGREED("agreed", "≈"),
  /** Proven by a page near it, not by the provider's own. */
  BORROWED("weak", "◐"),
  /** No page shows such an answer: only the wiring was tried. */
  TRIED("tried", "○"),
  /** The judge disagrees. */
  BAD("bad", "✗"),
  /** Not asked. */
  ABSENT("absent", "–");

  private final String style;
  private final String mark;

  CheckStatus(String style, String mark) {
    this.style = style;
    this.mark = mark;
  }

  /** Name of the style in the page. */
  public String style() {
    return style;
  }

  /** One character, for people. */
  public String mark() {
    return mark;
  }
}
