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
public record Judgement(String judge, Tone tone, String verdict, List<String> details) {

  public Judgement {
    details = List.copyOf(details);
  }

  /** A judge that was not asked. */
  static Judgement notRun(String judge) {
    return new Judgement(judge, Tone.ABSENT, "not run", List.of());
  }

  /** Whether there is more to tell than the verdict. */
  public boolean detailed() {
    return !details.isEmpty();
  }
}
