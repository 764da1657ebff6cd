package io.github.videotasks.spec.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of masking cases, which client-ext's recording passes as well. */
class TrafficMaskTest {
  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in = TrafficMaskTest.class.getResourceAsStream("/masking/cases.json")) {
      List<JsonNode> cases = new ArrayList<>();
      new ObjectMapper().readTree(in).forEach(cases::add);
      return cases.stream();
    }
  }

  private static TrafficMask mask(JsonNode row, String url, JsonNode body) {
    List<String> keys = new ArrayList<>();
    row.path("keys").forEach(key -> keys.add(key.asText()));
    return new TrafficMask(keys, url, row.get("requestBody"), body);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void masksUrlAndBody(JsonNode row) {
    TrafficMask mask = mask(row, row.path("url").asText(), row.path("body"));

    assertThat(mask.url()).isEqualTo(row.path("maskedUrl").asText());
    assertThat(JsonNodes.compact(mask.body(row.path("body"))))
        .isEqualTo(JsonNodes.compact(row.path("maskedBody")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesMaskedRecordAsItIs(JsonNode row) {
    TrafficMask mask = mask(row, row.path("maskedUrl").asText(), row.path("maskedBody"));

    assertThat(mask.url()).isEqualTo(row.path("maskedUrl").asText());
    assertThat(mask.body(row.path("maskedBody"))).isEqualTo(row.path("maskedBody"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void expectsNoCanary(JsonNode row) {
    assertThat((row.path("maskedUrl") + " " + row.path("maskedBody")).toLowerCase(Locale.ROOT))
        .doesNotContain("canary");
  }
}
