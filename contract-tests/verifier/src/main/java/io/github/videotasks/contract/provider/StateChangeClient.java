package io.github.videotasks.contract.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.http.LimitedHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Sets a provider's state over HTTP, as any Pact verifier does: sends the state's name and
 * parameters by POST and reads the id of the task in that state from the response.
 */
final class StateChangeClient {

  private static final JsonMapper JSON = new JsonMapper();
  private final URI url;
  private final ExchangeLimits limits;

  /**
   * @param url the URL that sets provider states
   * @param limits of each response
   */
  StateChangeClient(URI url, ExchangeLimits limits) {
    this.url = url;
    this.limits = limits;
  }

  /**
   * Sets a state.
   *
   * @return the id of the task in that state, by default the one in the parameters; empty when the
   *     provider does not know the state
   * @throws UncheckedIOException when the provider is unreachable or its response is not JSON
   */
  Optional<String> setUp(PactState state) {
    try (LimitedHttpClient http = new LimitedHttpClient(limits)) {
      HttpPost request = new HttpPost(url);
      request.setEntity(
          new StringEntity(
              JSON.writeValueAsString(
                  Map.of("state", state.name(), "params", state.params(), "action", "setup")),
              ContentType.APPLICATION_JSON));
      return http.client()
          .execute(
              request,
              response ->
                  response.getCode() / 100 == 2
                      ? Optional.of(parseTaskId(body(response), state.taskId()))
                      : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot set the provider state '%s' at %s: %s"
              .formatted(state.name(), url, e.getMessage()),
          e);
    }
  }

  private static String body(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null
        ? ""
        : new String(entity.getContent().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String parseTaskId(String body, String contractTaskId)
      throws JsonProcessingException {
    return body.isBlank() ? contractTaskId : JSON.readTree(body).path("id").asText(contractTaskId);
  }
}
