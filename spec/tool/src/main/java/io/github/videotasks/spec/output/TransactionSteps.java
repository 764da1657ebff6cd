package io.github.videotasks.spec.output;

import java.io.IOException;

/** Is notified before each step of a transaction. Tests fail or end the process there. */
@FunctionalInterface
interface TransactionSteps {
  /** Does nothing. */
  TransactionSteps NONE = step -> {};

  /**
   * A step is about to begin.
   *
   * @param step the step, such as {@code stage examples/acme/1.json}
   */
  void onStep(String step) throws IOException;
}
