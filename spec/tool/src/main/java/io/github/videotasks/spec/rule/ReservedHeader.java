package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** Removes header parameters that OpenAPI says are ignored. */
final class ReservedHeader extends HeaderParameterRule {
  private static final Set<String> RESERVED = Set.of("content-type", "accept", "authorization");

  @Override
  public String id() {
    return "reserved-header";
  }

  @Override
  public String rationale() {
    return "OpenAPI says that header parameters called Content-Type, Accept or Authorization are"
        + " ignored: media types and security schemes say it. Generators turn them into"
        + " arguments of every call; they are removed.";
  }

  @Override
  boolean matches(String header, JsonNode parameter) {
    return RESERVED.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  String message(String header, JsonNode parameter) {
    return "expected media types and security schemes, found the reserved header "
        + header
        + " as a parameter";
  }
}
