package io.github.videotasks.contract.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The pacts of a {@link StubBroker} and the last result of each. */
final class StubBrokerPacts {

  private final Map<String, JsonNode> contents = new ConcurrentSkipListMap<>();
  private final Map<String, Boolean> results = new ConcurrentSkipListMap<>();

  /** Stores the pacts of a request and returns the name of the consumer. */
  String publish(JsonNode request) {
    for (JsonNode contract : request.path("contracts")) {
      byte[] content = Base64.getDecoder().decode(contract.path("content").asText());
      contents.put(
          key(contract.path("consumerName").asText(), contract.path("providerName").asText()),
          parse(content));
    }
    return request.path("pacticipantName").asText();
  }

  void record(String consumer, String provider, boolean success) {
    results.put(key(consumer, provider), success);
  }

  /** Returns the content of a pact; an empty one when none was published. */
  JsonNode content(String consumer, String provider) {
    return contents.getOrDefault(key(consumer, provider), new JsonMapper().createObjectNode());
  }

  List<String> consumersOf(String provider) {
    return contents.keySet().stream()
        .filter(key -> key.endsWith("/" + provider))
        .map(key -> key.substring(0, key.indexOf('/')))
        .toList();
  }

  /** Returns whether every result of the pacticipant that the query names is a success. */
  boolean isDeployable(String query) {
    List<Boolean> found =
        results.entrySet().stream()
            .filter(
                result -> List.of(result.getKey().split("/")).stream().anyMatch(query::contains))
            .map(Map.Entry::getValue)
            .toList();
    return !found.isEmpty() && !found.contains(false);
  }

  private static String key(String consumer, String provider) {
    return consumer + "/" + provider;
  }

  private static JsonNode parse(byte[] content) {
    try {
      return new JsonMapper().readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
