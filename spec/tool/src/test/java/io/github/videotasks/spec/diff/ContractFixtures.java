package io.github.videotasks.spec.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Contracts and helpers for tests of the comparison. */
final class ContractFixtures {
  private ContractFixtures() {}

  static String resource(String name) throws IOException {
    try (InputStream in = ContractFixtures.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  static List<Change> diff(String before, String after) {
    return DerivedFilesDiff.between(files(before), files(after));
  }

  /** Returns a contract with one response whose schema has these properties, in YAML. */
  static String withProperties(String properties) {
    return """
    openapi: 3.0.3
    info: {title: T, version: 1.0.0}
    paths:
      /a:
        get:
          responses:
            "200":
              description: d
              content:
                application/json:
                  schema: {type: object, properties: {%s}}
    """
        .formatted(properties);
  }

  private static Map<String, byte[]> files(String contract) {
    return Map.of("openapi.yaml", contract.getBytes(UTF_8));
  }
}
