package io.github.videotasks.contract.replay;

/**
 * Response of a provider.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body the exact text; empty for a response without a body
 */
public record ProviderResponse(int status, String contentType, String body) {

  /**
   * {@return a JSON response with this text, unchanged}
   *
   * @param status the HTTP status
   * @param body any text, also one that is not JSON
   */
  public static ProviderResponse json(int status, String body) {
    return new ProviderResponse(status, "application/json", body);
  }
}
