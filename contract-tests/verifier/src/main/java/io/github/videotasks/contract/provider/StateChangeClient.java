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
 * Sets a provider's state over HTTP, as any Pact verifier does: a POST of the state's sentence,
 * answered with the id of the task that is in it.
 */
final class StateChangeClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI url;

  /**
   * @param address where states are set
   */
  StateChangeClient(URI address) {
    this.url = address;
  }

  /**
   * Sets a state.
   *
   * @param usualId the id to ask for when the answer names none
   * @return the id to ask for; empty when the provider does not know the state
   */
  Optional<String> setUp(String sentence, String usualId) {
    try {
      String body = JSON.writeValueAsString(Map.of("state", sentence, "action", "setup"));
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(url)
                  .header("Content-Type", "application/json")
                  .timeout(TIMEOUT)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode() / 100 == 2
          ? Optional.of(parseTaskId(answer.body(), usualId))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot set the provider state '" + sentence + "' at " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while setting the provider state '" + sentence + "'", e);
    }
  }

  private static String parseTaskId(String answer, String usualId) throws JsonProcessingException {
    return answer.isBlank() ? usualId : JSON.readTree(answer).path("id").asText(usualId);
  }
}
