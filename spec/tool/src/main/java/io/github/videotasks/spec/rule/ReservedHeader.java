package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** Removes header parameters whose definition OpenAPI ignores. */
final class ReservedHeader extends HeaderParameterRule {
  private static final Set<String> RESERVED = Set.of("content-type", "accept", "authorization");

  @Override
  public String id() {
    return "reserved-header";
  }

  @Override
  public String rationale() {
    return "OpenAPI ignores header parameters named Content-Type, Accept or Authorization: media"
        + " types and security schemes define them. Generators would turn them into arguments of"
        + " every call; they are removed.";
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
