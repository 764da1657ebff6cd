package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Grammar;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Notes keywords that do not reach the contract. */
final class UnreadKeyword implements Rule {
  private static final Map<Kind, Set<String>> READ = new EnumMap<>(Kind.class);

  static {
    read(Kind.DOCUMENT, "openapi info servers security paths components $defs definitions");
    read(Kind.INFO, "title version");
    read(Kind.SERVER, "url");
    read(Kind.PATH_ITEM, "get put post delete options head patch trace parameters");
    read(Kind.OPERATION, "operationId summary description parameters requestBody");
    read(Kind.OPERATION, "responses security");
    read(Kind.PARAMETER, "name in description required schema example $ref");
    read(Kind.REQUEST_BODY, "content required description $ref");
    read(Kind.RESPONSE, "content description $ref");
    read(Kind.MEDIA_TYPE, "schema example examples");
    read(Kind.EXAMPLE, "value summary $ref");
    read(Kind.SCHEMA, "type format nullable description title properties required items enum");
    read(Kind.SCHEMA, "allOf oneOf anyOf $ref default minimum maximum minLength maxLength");
    read(Kind.SCHEMA, "pattern minItems maxItems example examples");
    read(Kind.SECURITY_SCHEME, "type description name in scheme bearerFormat flows");
    read(Kind.SECURITY_SCHEME, "openIdConnectUrl");
    read(Kind.COMPONENTS, "schemas responses parameters requestBodies examples securitySchemes");
  }

  private static void read(Kind kind, String keywords) {
    READ.merge(
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
  public String why() {
    return "Keywords that say nothing about names and types on the wire (headers of answers, links, callbacks,"
        + " patternProperties, ...) do not reach the contract, nor does what is no keyword of OpenAPI (a"
        + " warning); each is noted once for a document.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    Occurrences known = new Occurrences(document);
    Occurrences unknown = new Occurrences(document);
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          Set<String> read = READ.get(kind);
          if (read != null) {
            collect(document, kind, node, read, known, unknown);
          }
        });
    known.forEach((place, name) -> out.add(finding(Severity.INFO, place, name)));
    unknown.forEach((place, name) -> out.add(finding(Severity.WARNING, place, name)));
  }

  private Finding finding(Severity severity, Place place, String name) {
    return new Finding(
        id(),
        severity,
        place,
        "found " + name + ", which the contract does not carry",
        "Left out wherever it stood in the document");
  }

  private static void collect(
      SpecDocument document,
      Kind kind,
      ObjectNode node,
      Set<String> read,
      Occurrences known,
      Occurrences unknown) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      boolean open = key.equals("additionalProperties") && entry.getValue().isBoolean();
      if (!read.contains(key) && says(entry.getValue()) && !open) {
        Occurrences found = Grammar.form(kind, key) == null ? unknown : known;
        found.add("'" + Texts.shown(key) + "' of " + kind.words(), document.lines().of(node, key));
      }
    }
  }

  /** An empty object or text and false say nothing. */
  private static boolean says(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isContainerNode()
        ? !value.isEmpty()
        : !value.asText().isEmpty() && !value.isNull();
  }
}
