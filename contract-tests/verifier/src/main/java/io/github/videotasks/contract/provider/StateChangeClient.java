package io.github.videotasks.contract.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sets a provider's state over HTTP, as any Pact verifier does: sends the state's description by
 * POST and reads the id of the task in that state from the response.
 */
final class StateChangeClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI url;

  /**
   * @param url the URL that sets provider states
   */
  StateChangeClient(URI url) {
    this.url = url;
  }

  /**
   * Sets a state.
   *
   * @param contractTaskId the id to return when the response does not contain one
   * @return the id of the task in that state; empty when the provider does not know the state
   * @throws UncheckedIOException when the provider is unreachable or its response is not JSON
   */
  Optional<String> setUp(String stateDescription, String contractTaskId) {
    try {
      String body = JSON.writeValueAsString(Map.of("state", stateDescription, "action", "setup"));
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(url)
                  .header("Content-Type", "application/json")
                  .timeout(TIMEOUT)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return response.statusCode() / 100 == 2
          ? Optional.of(parseTaskId(response.body(), contractTaskId))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot set the provider state '" + stateDescription + "' at " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while setting the provider state '" + stateDescription + "'", e);
    }
  }

  private static String parseTaskId(String body, String contractTaskId)
      throws JsonProcessingException {
    return body.isBlank() ? contractTaskId : JSON.readTree(body).path("id").asText(contractTaskId);
  }
}
