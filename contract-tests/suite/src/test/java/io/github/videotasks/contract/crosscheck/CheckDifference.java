package io.github.videotasks.contract.crosscheck;

/**
 * One violation that a check reports for something that Pact's verifier accepts.
 *
 * @param check name of the check in reports
 * @param document the OpenAPI document of the check: a page's file name, or {@code canonical}
 * @param subject what the check was applied to, for example {@code example 2} or a pact file's
 *     request
 * @param violation message of the check
 */
record CheckDifference(String check, String document, String subject, String violation) {

  @Override
  public String toString() {
    return check + " | " + document + " | " + subject + " | " + violation;
  }
}
