package io.github.videotasks.contract.crosscheck;

/**
 * One complaint of another judge about something that Pact's verifier accepts.
 *
 * @param check who complains, as reports call it
 * @param document the document that it judges by: a page's file name, or {@code canonical}
 * @param subject what is complained about, for example {@code example 2} or a pact file's request
 * @param violation the judge's words
 */
record CheckDifference(String check, String document, String subject, String violation) {

  @Override
  public String toString() {
    return check + " | " + document + " | " + subject + " | " + violation;
  }
}
