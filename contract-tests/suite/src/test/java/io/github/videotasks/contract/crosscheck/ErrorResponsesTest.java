package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ProviderResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The response {@code default} of the contract accepts what gateways and proxies return. */
class ErrorResponsesTest {

  private final OpenApiValidator contract;

  ErrorResponsesTest() throws IOException {
    contract =
        new OpenApiValidator(
            Files.readString(RepositoryLayout.find().spec().resolve("canonical/openapi.yaml")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"no key (request id:"
            + " 1)\",\"type\":\"new_api_error\",\"code\":\"\"}}",
        "{\"code\":\"task_not_exist\",\"message\":\"unknown\",\"data\":null}",
        "{\"code\":400,\"message\":\"bad\",\"param\":null,\"type\":\"invalid\"}",
        "{\"error\":\"\"}",
        "{\"error\":{}}",
        "{}"
      })
  void acceptsJsonEnvelopes(String body) {
    assertThat(validate(ProviderResponse.json(401, body))).isEmpty();
  }

  @Test
  void acceptsHtmlOfProxy() {
    assertThat(
            validate(
                new ProviderResponse(
                    502, "text/html; charset=utf-8", "<html><body>Bad Gateway</body></html>")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain"})
  void acceptsEmptyBody(String contentType) {
    assertThat(validate(new ProviderResponse(429, contentType, ""))).isEmpty();
  }

  @Test
  void rejectsEnvelopeWithWrongType() {
    assertThat(validate(ProviderResponse.json(500, "{\"message\":1}"))).hasSize(1);
  }

  private List<String> validate(ProviderResponse response) {
    return contract.validateResponse("GET", "/v1/video/query", response);
  }
}
