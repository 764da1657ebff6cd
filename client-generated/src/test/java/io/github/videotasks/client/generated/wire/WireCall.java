package io.github.videotasks.client.generated.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One expected call of {@code src/test/wire/calls.yaml}.
 *
 * @param input folder of the pages
 * @param method Java method of the generated interface
 * @param arguments arguments in JSON by Java name
 * @param request expected request
 * @param response body of the response
 * @param sent expected Java values of the request body's model by accessor
 * @param decoded expected Java values of the response's model by accessor
 */
record WireCall(
    String input,
    String method,
    Map<String, String> arguments,
    String request,
    String response,
    Map<String, String> sent,
    Map<String, String> decoded) {
  static List<WireCall> read(Path file) throws IOException {
    JsonNode rows = new YAMLMapper().readTree(file.toFile());
    return StreamSupport.stream(rows.spliterator(), false).map(WireCall::of).toList();
  }

  private static WireCall of(JsonNode row) {
    return new WireCall(
        row.path("input").asText(),
        row.path("call").asText(),
        values(row.path("arguments"), true),
        row.path("request").asText(),
        row.path("response").asText("{}"),
        values(row.path("sent"), false),
        values(row.path("decoded"), false));
  }

  private static Map<String, String> values(JsonNode object, boolean json) {
    Map<String, String> values = new TreeMap<>();
    object
        .properties()
        .forEach(
            e -> values.put(e.getKey(), json ? e.getValue().toString() : e.getValue().asText()));
    return values;
  }

  @Override
  public String toString() {
    return input + " " + method + arguments;
  }
}
