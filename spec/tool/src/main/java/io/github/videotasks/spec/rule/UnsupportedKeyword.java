package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefDescription;
import io.github.videotasks.spec.page.ServerUrl;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.OpenApiKeywords;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports keywords that do not reach the contract. */
final class UnsupportedKeyword implements Rule {
  private static final Map<OpenApiObject, Set<String>> SUPPORTED =
      new EnumMap<>(OpenApiObject.class);

  /** Keywords for the names of a map's keys: the contract cannot have them. */
  private static final Set<String> CHANGES_WIRE = Set.of("patternProperties", "propertyNames");

  static {
    support(
        OpenApiObject.DOCUMENT, "openapi info servers security paths components $defs definitions");
    support(OpenApiObject.INFO, "title version");
    support(OpenApiObject.SERVER, "url " + ServerUrl.OTHER_VALUES);
    support(
        OpenApiObject.PATH_ITEM, "get put post delete options head patch trace parameters servers");
    support(OpenApiObject.OPERATION, "operationId summary description parameters requestBody");
    support(OpenApiObject.OPERATION, "responses security servers");
    support(OpenApiObject.PARAMETER, "name in description required schema example $ref");
    support(OpenApiObject.PARAMETER, "style explode allowReserved content");
    support(OpenApiObject.REQUEST_BODY, "content required description $ref");
    support(OpenApiObject.RESPONSE, "content description $ref");
    support(OpenApiObject.MEDIA_TYPE, "schema example examples encoding");
    support(OpenApiObject.EXAMPLE, "value summary $ref");
    support(
        OpenApiObject.SCHEMA,
        "type format nullable description title properties required items enum");
    support(
        OpenApiObject.SCHEMA, "allOf oneOf anyOf $ref default minimum maximum minLength maxLength");
    support(OpenApiObject.SCHEMA, "pattern minItems maxItems example examples");
    support(OpenApiObject.SCHEMA, "multipleOf uniqueItems minProperties maxProperties");
    support(OpenApiObject.SCHEMA, "exclusiveMinimum exclusiveMaximum");
    support(OpenApiObject.SCHEMA, "readOnly writeOnly deprecated");
    support(OpenApiObject.OPERATION, "deprecated");
    support(OpenApiObject.PARAMETER, "deprecated");
    support(OpenApiObject.SECURITY_SCHEME, "type description name in scheme bearerFormat flows");
    support(OpenApiObject.SECURITY_SCHEME, "openIdConnectUrl");
    support(
        OpenApiObject.COMPONENTS,
        "schemas responses parameters requestBodies examples securitySchemes");
  }

  private static void support(OpenApiObject kind, String keywords) {
    SUPPORTED.merge(
        kind,
        Set.of(keywords.split(" ", -1)),
        (some, more) -> {
          Set<String> all = new HashSet<>(some);
          all.addAll(more);
          return all;
        });
  }

  @Override
  public String id() {
    return "unread-keyword";
  }

  @Override
  public String rationale() {
    return "Keywords that do not affect names and types on the wire (headers of responses, links,"
        + " callbacks, ...) do not reach the contract. Nor do keywords that OpenAPI does not"
        + " define, and patternProperties and propertyNames (warnings). The encoding of a form does"
        + " change what is sent; each place is a warning.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          Set<String> read = SUPPORTED.get(kind);
          if (read != null) {
            report(document, kind, node, read, out);
          }
          if (kind == OpenApiObject.MEDIA_TYPE && !node.path("encoding").isEmpty()) {
            out.add(encoding(document, node));
          }
        });
  }

  /** Reports each place: the encoding of a form changes what is sent. */
  private Finding encoding(SpecDocument document, ObjectNode media) {
    List<String> fields =
        media.path("encoding").properties().stream().map(Map.Entry::getKey).toList();
    return document.warning(
        id(),
        document.location(media, "encoding"),
        "found the encoding of "
            + MessageText.excerpt(String.join(", ", fields))
            + ", which the contract does not contain",
        "Left out: clients send the default encoding of the media type");
  }

  private void report(
      SpecDocument document, OpenApiObject kind, ObjectNode node, Set<String> read, Findings out) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      boolean open =
          key.equals("additionalProperties")
              && (entry.getValue().isBoolean() || entry.getValue().isObject());
      if (!read.contains(key)
          && hasContent(entry.getValue())
          && !open
          && !RefDescription.isBesideRef(node, key)) {
        boolean warned = OpenApiKeywords.valueType(kind, key) == null || CHANGES_WIRE.contains(key);
        out.add(
            new Finding(
                id(),
                warned ? Severity.WARNING : Severity.INFO,
                document.location(node, key),
                "found '"
                    + MessageText.excerpt(key)
                    + "' of "
                    + kind.label()
                    + ", which the contract does not contain",
                "Left out"));
      }
    }
  }

  /** Returns false for null, false, and an empty object, list or text: they have no effect. */
  private static boolean hasContent(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isContainerNode()
        ? !value.isEmpty()
        : !value.asText().isEmpty() && !value.isNull();
  }
}
