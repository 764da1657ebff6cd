package io.github.videotasks.contract.report;

import java.util.List;

/**
 * What one judge says about one thing.
 *
 * @param judge for example {@code Pact verifier}
 * @param tone how good news it is
 * @param verdict a few words, for example {@code verified} or {@code 2 agreed differences}
 * @param details one line for each complaint, with the reason when it is agreed; may be empty
 */
public record CheckResult(String judge, CheckStatus tone, String verdict, List<String> details) {

  public CheckResult {
    details = List.copyOf(details);
  }

  /** A judge that was not asked. */
  static CheckResult notRun(String judge) {
    return new CheckResult(judge, CheckStatus.ABSENT, "not run", List.of());
  }

  /** Whether there is more to tell than the verdict. */
  public boolean detailed() {
    return !details.isEmpty();
  }
}
