package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.videotasks.spec.evidence.JsonTypes;
import io.github.videotasks.spec.tree.DeclaredForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares one response with its declaration, and lists what the contract does not have. */
final class ResponseComparison {
  private static final int MAX_SIGHTINGS = 200;
  private static final String STATUS_VALUES = "x-extensible-enum";

  private final ObservedContract contract;
  private final TrafficPlaces places;
  private final TrafficRecord record;
  private @Nullable TrafficMask mask;
  private final List<DriftSighting> found = new ArrayList<>();

  private ResponseComparison(
      ObservedContract contract, TrafficPlaces places, TrafficRecord record) {
    this.contract = contract;
    this.places = places;
    this.record = record;
  }

  static List<DriftSighting> compare(
      ObservedContract contract,
      TrafficPlaces places,
      ObservedOperation operation,
      TrafficRecord record) {
    ResponseComparison comparison = new ResponseComparison(contract, places, record);
    comparison.compare(operation.response(record.status()));
    return comparison.found;
  }

  private void compare(@Nullable JsonNode response) {
    if (record.status() / 100 == 3) {
      return;
    }
    if (response == null) {
      add(
          DriftKind.RESPONSE,
          BodyPlace.ROOT,
          "expected a declared response, found HTTP " + record.status(),
          empty());
      return;
    }
    JsonNode content = contract.resolve(response).path("content");
    JsonNode json = mediaType(content, "application/json");
    JsonNode body = record.body();
    if (body != null && !json.isMissingNode()) {
      walk(body, json.path("schema"), BodyPlace.ROOT);
    } else if (record.hasBody() && mediaType(content, record.mediaType()).isMissingNode()) {
      String declared = String.join(", ", names(content));
      add(
          DriftKind.RESPONSE,
          BodyPlace.ROOT,
          "expected "
              + (declared.isEmpty() ? "no body" : declared)
              + ", found "
              + (PlainText.isWord(record.mediaType()) ? record.mediaType() : "another media type"),
          empty());
    }
  }

  private static JsonNode mediaType(JsonNode content, String type) {
    for (String key : new String[] {type, type.replaceFirst("/.*", "/*"), "*/*"}) {
      if (content.has(key)) {
        return content.path(key);
      }
    }
    return content.path("application/json; charset=utf-8");
  }

  private static List<String> names(JsonNode content) {
    return content.properties().stream().map(Map.Entry::getKey).toList();
  }

  private void walk(JsonNode value, JsonNode declared, BodyPlace place) {
    JsonNode schema = contract.resolve(declared);
    String type = JsonTypes.of(value);
    if (!isDeclaredType(schema, value, type)) {
      add(
          kind(DriftKind.TYPE),
          place,
          "expected " + expected(schema) + ", found " + found(value, type),
          mask().value(place.names(), value));
      return;
    }
    compareText(value, schema, place);
    JsonNode form = DeclaredForms.schema(schema, type);
    JsonNode structure = form.isMissingNode() ? schema : contract.resolve(form);
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      walkProperty(property, structure, place);
    }
    if (value.isArray() && structure.path("items").isObject()) {
      value.forEach(item -> walk(item, structure.path("items"), place.item()));
    }
  }

  private void walkProperty(
      Map.Entry<String, JsonNode> property, JsonNode schema, BodyPlace place) {
    String name = property.getKey();
    JsonNode value = property.getValue();
    BodyPlace at = place.property(name);
    if (schema.path("properties").has(name)) {
      walk(value, schema.path("properties").path(name), at);
    } else if (schema.path("additionalProperties").size() > 0) {
      walk(value, schema.path("additionalProperties"), place.mapValue(name));
    } else if (isOpen(schema)) {
      addUndeclared(value, at);
    }
  }

  /** Returns whether an undeclared property is news: a schema without a type declares nothing. */
  private static boolean isOpen(JsonNode schema) {
    return schema.has("type") || schema.has("properties") || schema.has("allOf");
  }

  private void addUndeclared(JsonNode value, BodyPlace place) {
    boolean isNewUrl = TrafficPlaces.isUrl(value) && !places.isUrlPlace(place.names());
    boolean isNewStatus =
        value.isTextual()
            && places.isStatusPlace(place.names())
            && !places.isStatusValue(value.textValue());
    DriftKind kind =
        isNewUrl ? DriftKind.URL_PLACE : isNewStatus ? DriftKind.STATUS_VALUE : DriftKind.FIELD;
    boolean inTables =
        TrafficPlaces.isUrl(value)
            ? !isNewUrl
            : places.isStatusPlace(place.names()) || places.isFailurePlace(place.names());
    add(
        kind(kind),
        place,
        "expected a declared field, found "
            + (TrafficPlaces.isUrl(value) ? "a URL" : JsonTypes.of(value))
            + (isNewStatus ? " " + shownStatus(value) : "")
            + (inTables && !isNewStatus ? "; client-ext reads this place" : ""),
        mask().value(place.names(), value));
  }

  private void compareText(JsonNode value, JsonNode schema, BodyPlace place) {
    if (!value.isTextual()) {
      return;
    }
    if (TrafficPlaces.isUrl(value) && !places.isUrlPlace(place.names())) {
      add(
          kind(DriftKind.URL_PLACE),
          place,
          "expected no URL in this field, found one",
          mask().value(place.names(), value));
    }
    JsonNode known = schema.path(STATUS_VALUES);
    boolean isStatus = known.isArray() || places.isStatusPlace(place.names());
    if (isStatus && !contains(known, value) && !places.isStatusValue(value.textValue())) {
      add(
          kind(DriftKind.STATUS_VALUE),
          place,
          "expected a known status value, found " + shownStatus(value),
          mask().value(place.names(), value));
    }
  }

  /** Different values are different drift. */
  private String shownStatus(JsonNode value) {
    return "'" + mask().value(List.of("status"), value).asText() + "'";
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode item : list) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeclaredType(JsonNode schema, JsonNode value, String type) {
    String declared = schema.path("type").asText();
    if (type.equals("null")) {
      return declared.isEmpty() || schema.path("nullable").asBoolean();
    }
    if (schema.has(DeclaredForms.KEYWORD)) {
      return formTypes(schema).contains(type)
          || (type.equals("integer") && formTypes(schema).contains("number"));
    }
    if (isAlwaysNull(schema)) {
      return false;
    }
    if (declared.equals("integer") && schema.path("format").asText().equals("int32")) {
      return type.equals("integer") && value.canConvertToInt();
    }
    return declared.isEmpty()
        || declared.equals(type)
        || (declared.equals("number") && type.equals("integer"));
  }

  /** A field that is null in every example has no type. */
  private static boolean isAlwaysNull(JsonNode schema) {
    return !schema.has("type") && schema.path("nullable").asBoolean();
  }

  private static Set<String> formTypes(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    schema.path(DeclaredForms.KEYWORD).forEach(form -> types.add(form.path("type").asText()));
    return types;
  }

  private static String expected(JsonNode schema) {
    if (isAlwaysNull(schema)) {
      return "null, as in every example";
    }
    String type =
        schema.has(DeclaredForms.KEYWORD)
            ? String.join(" or ", formTypes(schema))
            : schema.path("type").asText();
    boolean isInt32 = schema.path("format").asText().equals("int32");
    return type
        + (isInt32 ? " of 32 bits" : "")
        + (schema.path("nullable").asBoolean() ? " or null" : "");
  }

  private static String found(JsonNode value, String type) {
    return value.isIntegralNumber() && type.equals("number") ? "integer beyond 64 bits" : type;
  }

  /** In an error response everything unknown is about the error body. */
  private DriftKind kind(DriftKind kind) {
    boolean isError = record.status() >= 400;
    return isError && (kind == DriftKind.FIELD || kind == DriftKind.TYPE)
        ? DriftKind.ERROR_BODY
        : kind;
  }

  private void add(DriftKind kind, BodyPlace place, String what, JsonNode value) {
    if (found.size() < MAX_SIGHTINGS) {
      found.add(new DriftSighting(kind, place.path(mask()), what, value));
    }
  }

  /** Most records have no drift, and need no mask. */
  private TrafficMask mask() {
    TrafficMask known = mask;
    if (known == null) {
      known = record.mask();
      mask = known;
    }
    return known;
  }

  private static JsonNode empty() {
    return JsonNodeFactory.instance.missingNode();
  }
}
