package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Repairs security schemes with types or names that OpenAPI does not allow. */
final class InvalidSecurityScheme implements Rule {
  private static final Set<String> TYPES = Set.of("http", "apiKey", "oauth2", "openIdConnect");
  private static final Map<String, Set<String>> ALLOWED_KEYS =
      Map.of(
          "http", Set.of("type", "scheme", "bearerFormat", "description"),
          "apiKey", Set.of("type", "name", "in", "description"),
          "oauth2", Set.of("type", "flows", "description"),
          "openIdConnect", Set.of("type", "openIdConnectUrl", "description"));
  private static final Set<String> HTTP_SCHEMES = Set.of("bearer", "basic", "digest");

  @Override
  public String id() {
    return "security-scheme";
  }

  @Override
  public String rationale() {
    return "A scheme of type 'bearer' is read as http with bearer; a scheme of an unknown type"
        + " ('combination'), or without the properties that its type requires, is removed. A name"
        + " that is not a legal key is replaced, also in the requirements. Requirements that name"
        + " no scheme are removed.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    JsonNode schemes = document.root().path("components").path("securitySchemes");
    Map<String, String> newNames = new LinkedHashMap<>();
    Map<String, ObjectNode> kept = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : schemes.properties()) {
      ObjectNode scheme = repair(entry.getValue());
      if (scheme == null) {
        warn(
            document,
            schemes,
            entry.getKey(),
            "type '" + MessageText.excerpt(entry.getValue().path("type").asText()) + "'",
            "Removed",
            out);
        continue;
      }
      reportRemovedKeys(document, entry.getValue(), scheme, out);
      if (!scheme.path("type").equals(entry.getValue().path("type"))) {
        warn(
            document,
            schemes,
            entry.getKey(),
            "type '" + MessageText.excerpt(entry.getValue().path("type").asText()) + "'",
            "Read as http " + scheme.path("scheme").asText(),
            out);
      }
      String name = legalName(entry.getKey(), scheme, kept.keySet());
      if (!name.equals(entry.getKey())) {
        warn(document, schemes, entry.getKey(), "an illegal name", "Renamed to " + name, out);
      }
      newNames.put(entry.getKey(), name);
      kept.put(name, scheme);
    }
    if (schemes instanceof ObjectNode object) {
      object.removeAll();
      kept.forEach(object::set);
    }
    SecurityRequirementRepair requirements =
        new SecurityRequirementRepair(id(), document, newNames, out);
    requirements.repair(document.root());
    Operations.of(document).forEach(operation -> requirements.repair(operation.node()));
  }

  private void reportRemovedKeys(
      SpecDocument document, JsonNode written, ObjectNode kept, Findings out) {
    written.properties().stream()
        .map(e -> e.getKey())
        .filter(key -> !kept.has(key))
        .forEach(
            key ->
                out.add(
                    document.warning(
                        id(),
                        document.location(written, key),
                        "found '"
                            + MessageText.excerpt(key)
                            + "', which a security scheme of this type does not have",
                        "Left out")));
  }

  private void warn(
      SpecDocument document,
      JsonNode schemes,
      String name,
      String found,
      String action,
      Findings out) {
    out.add(
        document.warning(
            id(),
            document.location(schemes, name),
            "expected an OpenAPI security scheme, found '"
                + MessageText.excerpt(name)
                + "' with "
                + found,
            action));
  }

  /** Returns the scheme in the form of OpenAPI; null when its type is unknown or incomplete. */
  private static @Nullable ObjectNode repair(JsonNode scheme) {
    String type = scheme.path("type").asText();
    if (HTTP_SCHEMES.contains(type.toLowerCase(Locale.ROOT))) {
      return JsonNodes.object().put("type", "http").put("scheme", type.toLowerCase(Locale.ROOT));
    }
    boolean complete =
        switch (type) {
          case "http" -> scheme.path("scheme").isTextual();
          case "apiKey" ->
              scheme.path("name").isTextual()
                  && List.of("query", "header", "cookie").contains(scheme.path("in").asText());
          case "oauth2" -> scheme.path("flows").isObject();
          case "openIdConnect" -> scheme.path("openIdConnectUrl").isTextual();
          default -> false;
        };
    return TYPES.contains(type) && complete && scheme instanceof ObjectNode object
        ? object.deepCopy().retain(ALLOWED_KEYS.getOrDefault(type, Set.of()))
        : null;
  }

  private static String legalName(String name, JsonNode scheme, Set<String> taken) {
    if (name.matches("[A-Za-z0-9._-]+")) {
      return name;
    }
    String type = scheme.path("type").asText();
    String base = type.equals("http") ? scheme.path("scheme").asText() : type;
    String free = base;
    for (int n = 2; taken.contains(free); n++) {
      free = base + n;
    }
    return free;
  }
}
