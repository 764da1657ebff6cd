package io.github.videotasks.contract.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replay of a provider's page; its states are set over HTTP, as any Pact verifier would. */
public final class ReplayTarget implements Target {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ReplayServer server;

  /** The server stays the caller's to close. */
  public ReplayTarget(ReplayServer server) {
    this.server = server;
  }

  @Override
  public URI baseUrl() {
    return server.baseUrl();
  }

  @Override
  public @Nullable String token() {
    return null;
  }

  @Override
  public Optional<String> enter(String sentence, String state, String usualId) {
    try {
      String body = JSON.writeValueAsString(Map.of("state", sentence, "action", "setup"));
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(server.stateUrl())
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(idIn(answer.body())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while setting the provider state '" + sentence + "'", e);
    }
  }

  @Override
  public String answers(String shown) {
    return "replay: " + shown;
  }

  @Override
  public boolean real() {
    return false;
  }

  private static String idIn(String answer) throws JsonProcessingException {
    return JSON.readTree(answer).required("id").asText();
  }
}
