package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Masks one record. Everything is removed that is not known to be harmless: of texts only words of
 * an interface, numbers and times stay, of URLs the host and the words of the path. Numbers,
 * booleans and the structure stay. {@code TOOL.md} lists the rules, and {@code masking/cases.json}
 * has a case for each.
 *
 * <p>{@link NameClass}, {@link PlainText}, {@link RecordSecrets} and {@link MaskedUrl} have the
 * text of four classes of client-ext, which a test of client-ext compares.
 */
final class TrafficMask {
  /** Replaces what is removed. A word in ASCII, so that a URL stays a URL. */
  static final String MASKED = "masked";

  private static final int MAX_JSON_IN_TEXT = 3;

  private final RecordSecrets secrets;
  private final MaskedUrl urls;
  private final String url;

  /**
   * Creates the mask of a record, which knows the ids and prompts of all its parts.
   *
   * @param keys the values of headers and parameters that hold a key
   * @param url the URL of the request
   * @param requestBody the body of the request; null if there is none or it is not JSON
   * @param body the body of the response; null if there is none or it is not JSON
   */
  TrafficMask(
      List<String> keys, String url, @Nullable JsonNode requestBody, @Nullable JsonNode body) {
    this.url = url;
    secrets = new RecordSecrets(keys);
    urls = new MaskedUrl(secrets);
    urls.collectSecrets(url);
    if (requestBody != null) {
      collectPrompts(requestBody, NameClass.OTHER, 0);
      collectTexts(requestBody, NameClass.OTHER, 0);
    }
    if (body != null) {
      collectPrompts(body, NameClass.OTHER, 0);
    }
    urls.collectIds(url);
    if (body != null) {
      collectIds(body, NameClass.OTHER, 0);
    }
  }

  /** Returns the URL of the request. */
  String url() {
    return urls.ofRequest(url);
  }

  /** Returns the body, or a part of it. */
  JsonNode body(JsonNode body) {
    return mask(body, NameClass.OTHER, 0);
  }

  /** Returns the value of a property, which is below the properties of these names. */
  JsonNode value(List<String> names, JsonNode value) {
    NameClass of = NameClass.OTHER;
    for (String name : names) {
      of = of.below(name);
    }
    return mask(value, of, 0);
  }

  /** Returns the name of a property. */
  String name(String name) {
    return PlainText.isName(name) && !secrets.isHidden(name) && !secrets.isKnownId(name)
        ? name
        : MASKED;
  }

  private void collectPrompts(JsonNode node, NameClass of, int level) {
    if (node.isTextual() && of == NameClass.PROMPT) {
      secrets.hide(node.textValue());
    }
    forEachChild(node, of, level, this::collectPrompts);
  }

  /** Of the request only: in a response, the text "success" must not hide a status value. */
  private void collectTexts(JsonNode node, NameClass of, int level) {
    if (node.isTextual() && of == NameClass.TEXT) {
      secrets.hide(node.textValue());
    }
    forEachChild(node, of, level, this::collectTexts);
  }

  private void collectIds(JsonNode node, NameClass of, int level) {
    if (of == NameClass.ID && (node.isTextual() || node.isNumber()) && !node.asText().isEmpty()) {
      secrets.replaceId(node.asText());
    }
    forEachChild(node, of, level, this::collectIds);
  }

  private interface Visitor {
    void visit(JsonNode node, NameClass of, int level);
  }

  private static void forEachChild(JsonNode node, NameClass of, int level, Visitor visitor) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      visitor.visit(property.getValue(), of.below(property.getKey()), level);
    }
    if (node.isArray()) {
      node.forEach(item -> visitor.visit(item, of, level));
    }
    JsonNode inner = node.isTextual() ? jsonIn(node.textValue(), level) : null;
    if (inner != null) {
      visitor.visit(inner, of, level + 1);
    }
  }

  private JsonNode mask(JsonNode node, NameClass of, int level) {
    if (node instanceof ObjectNode object) {
      ObjectNode masked = JsonNodes.object();
      object
          .properties()
          .forEach(
              e -> masked.set(name(e.getKey()), mask(e.getValue(), of.below(e.getKey()), level)));
      return masked;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode masked = JsonNodes.array();
      array.forEach(item -> masked.add(mask(item, of, level)));
      return masked;
    }
    if (node.isNumber()) {
      return number(node, of);
    }
    return node.isTextual()
        ? JsonNodeFactory.instance.textNode(text(node.textValue(), of, level))
        : node;
  }

  private JsonNode number(JsonNode number, NameClass of) {
    if (of == NameClass.ID) {
      String known = secrets.replaceId(number.asText());
      return JsonNodeFactory.instance.numberNode(
          Integer.parseInt(known.substring(known.lastIndexOf('-') + 1)));
    }
    boolean removed =
        of == NameClass.SECRET
            || of == NameClass.PERSON
            || secrets.isHidden(number.asText())
            || secrets.hasId(number.asText());
    return removed ? JsonNodeFactory.instance.numberNode(0) : number;
  }

  private String text(String text, NameClass of, int level) {
    if (text.isEmpty()) {
      return text;
    }
    if (of == NameClass.ID) {
      return secrets.replaceId(text);
    }
    if (of != NameClass.OTHER) {
      JsonNode inner = of == NameClass.TEXT ? jsonIn(text, level) : null;
      return inner == null ? MASKED : JsonNodes.compact(mask(inner, NameClass.OTHER, level + 1));
    }
    if (secrets.isKnownId(text)) {
      return secrets.replaceId(text);
    }
    JsonNode inner = jsonIn(text, level);
    if (inner != null) {
      return JsonNodes.compact(mask(inner, of, level + 1));
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return PlainText.isNumberOrTime(text) ? text : MASKED;
    }
    if (text.startsWith("/") || text.contains("://")) {
      return urls.ofBody(text);
    }
    if (RecordSecrets.isUuid(text)) {
      return RecordSecrets.uuid(0);
    }
    boolean kept = PlainText.isNumberOrTime(text) || PlainText.isWord(text);
    return kept && !secrets.isHidden(text) && !secrets.hasId(text) ? text : MASKED;
  }

  private static @Nullable JsonNode jsonIn(String text, int level) {
    String stripped = text.strip();
    boolean possible = stripped.startsWith("{") || stripped.startsWith("[");
    return possible && level < MAX_JSON_IN_TEXT ? TrafficJson.parse(stripped) : null;
  }
}
