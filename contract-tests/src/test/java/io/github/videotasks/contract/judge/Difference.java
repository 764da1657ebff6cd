package io.github.videotasks.contract.judge;

/**
 * One complaint of another judge about something that Pact's verifier accepts.
 *
 * @param judge who complains, as reports call it
 * @param document the document that it judges by: a page's file name, or {@code canonical}
 * @param subject what is complained about, for example {@code example 2} or a pact file's request
 * @param complaint the judge's words
 */
record Difference(String judge, String document, String subject, String complaint) {

  @Override
  public String toString() {
    return judge + " | " + document + " | " + subject + " | " + complaint;
  }
}
