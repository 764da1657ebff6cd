package io.github.videotasks.contract.replay;

/**
 * What a provider answers.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body the exact text; empty for no body
 */
public record Answer(int status, String contentType, String body) {

  /** A JSON answer, its text unchanged. */
  public static Answer json(int status, String body) {
    return new Answer(status, "application/json", body);
  }
}
