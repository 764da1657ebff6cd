package io.github.videotasks.contract.judge;

/**
 * One complaint of the second judge about something that Pact's verifier accepts.
 *
 * @param document the document that complains: a page's file name, or {@code canonical}
 * @param subject what is complained about, for example {@code example 2} or a pact file's request
 * @param complaint the judge's words
 */
record Difference(String document, String subject, String complaint) {

  @Override
  public String toString() {
    return document + " | " + subject + " | " + complaint;
  }
}
