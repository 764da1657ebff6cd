package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;

/**
 * Thrown when a host cannot be reached, or does not complete its response within the time limit.
 */
public final class UnresponsiveHostException extends RejectedInputException {
  private static final long serialVersionUID = 1L;

  UnresponsiveHostException(Finding finding) {
    super(finding);
  }
}
