package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A defect that a merge could have, applied to a contract that has none.
 *
 * @param name what is damaged
 * @param kind the kind of difference that must be reported
 * @param action the damage
 */
record ContractDamage(String name, String kind, Consumer<ObjectNode> action) {
  private static final String QUERY = "/paths/~1jobs~1{id}/get/parameters/";
  private static final String JOB =
      "/paths/~1jobs~1{id}/get/responses/200/content/application~1json/schema/properties/";
  private static final String ORDER =
      "/paths/~1jobs/post/requestBody/content/application~1json/schema/";

  static List<ContractDamage> all() {
    return List.of(
        set("number becomes integer", "response schema.type narrowed", "ratio", "type", "integer"),
        remove("null is forbidden", "response schema.nullable lost", "etag", "nullable"),
        remove("type of an enum is lost", "response schema.type lost", "kind", "type"),
        remove("known values are lost", "response schema.enum lost", "kind", "x-extensible-enum"),
        removeItem(
            "one value is lost", "response schema.enum lost", JOB + "kind/x-extensible-enum/0"),
        set(
            "format is lost",
            "response schema.format changed from uuid to none",
            "key",
            "format",
            "none"),
        set("a map is lost", "response schema.map lost", "labels", "additionalProperties", "true"),
        remove("list loses its items", "response schema.items lost", "parts", "items"),
        removeItem("a field is lost", "response schema.property lost", JOB + "ratio"),
        remove("style is lost", "parameter.style changed", QUERY + "1", "style"),
        set("explode is lost", "parameter.explode changed", QUERY + "1", "explode", "true"),
        remove("content of a parameter is lost", "parameter.content lost", QUERY + "2", "content"),
        removeItem("a parameter is lost", "parameter lost", QUERY + "1"),
        removeItem(
            "a constant is lost", "request schema.const lost", ORDER + "properties/mode/enum"),
        removeItem(
            "a limit is lost", "request schema.limit lost", ORDER + "properties/size/maximum"),
        removeItem(
            "an exclusive limit is lost",
            "request schema.limit changed",
            ORDER + "properties/size/exclusiveMinimum"),
        removeItem("a required field is lost", "request schema.required lost", ORDER + "required"),
        removeItem("an operation is lost", "operation lost", "/paths/~1jobs~1{id}/delete"),
        removeItem("a body is lost", "requestBody lost", "/paths/~1jobs~1{id}/delete/requestBody"),
        removeItem("a server is lost", "operation.servers lost", "/paths/~1files/get/servers"),
        removeItem("a response is lost", "response lost", "/paths/~1files/get/responses/200"),
        removeItem(
            "a media type is lost",
            "response media lost",
            "/paths/~1jobs~1{id}/get/responses/200/content/application~1json"),
        removeItem("security is lost", "operation.security lost", "/security"));
  }

  private static ContractDamage set(
      String name, String kind, String owner, String keyword, String value) {
    return new ContractDamage(
        name,
        kind,
        contract -> {
          ObjectNode object = (ObjectNode) find(contract, pointer(owner));
          if (value.equals("true")) {
            object.put(keyword, true);
          } else {
            object.put(keyword, value);
          }
        });
  }

  private static ContractDamage remove(String name, String kind, String owner, String keyword) {
    return removeItem(name, kind, pointer(owner) + "/" + keyword);
  }

  private static ContractDamage removeItem(String name, String kind, String pointer) {
    return new ContractDamage(
        name,
        kind,
        contract -> {
          JsonPointer at = JsonPointer.compile(pointer);
          JsonNode owner = find(contract, at.head().toString());
          JsonNode removed =
              owner instanceof ArrayNode list
                  ? list.remove(at.last().getMatchingIndex())
                  : ((ObjectNode) owner).remove(at.last().getMatchingProperty());
          if (removed == null) {
            throw new IllegalStateException("expected " + pointer + " in the contract, found none");
          }
        });
  }

  private static String pointer(String owner) {
    return owner.startsWith("/") ? owner : JOB + owner;
  }

  /** Returns a value of the contract, through references. */
  private static JsonNode find(JsonNode contract, String pointer) {
    JsonNode node = contract;
    for (JsonPointer at = JsonPointer.compile(pointer); !at.matches(); at = at.tail()) {
      node =
          node.isArray() ? node.path(at.getMatchingIndex()) : node.path(at.getMatchingProperty());
      if (node.has("$ref")) {
        node = contract.at(node.get("$ref").asText().substring(1));
      }
    }
    return node;
  }

  /** Returns a damaged copy of a contract. */
  ObjectNode of(ObjectNode contract) {
    ObjectNode copy = contract.deepCopy();
    action.accept(copy);
    return copy;
  }

  @Override
  public String toString() {
    return name;
  }
}
