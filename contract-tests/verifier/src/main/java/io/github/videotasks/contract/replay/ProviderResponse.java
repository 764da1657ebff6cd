package io.github.videotasks.contract.replay;

/**
 * What a provider answers.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body the exact text; empty for no body
 */
public record ProviderResponse(int status, String contentType, String body) {

  /** A JSON answer, its text unchanged. */
  public static ProviderResponse json(int status, String body) {
    return new ProviderResponse(status, "application/json", body);
  }
}
