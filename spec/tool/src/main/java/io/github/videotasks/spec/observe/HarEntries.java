package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.util.Set;

/** Reads the entries of a HAR file, and of each only what a record needs. */
final class HarEntries {
  private static final Set<String> NEEDED =
      Set.of(
          "startedDateTime",
          "request",
          "response",
          "method",
          "url",
          "headers",
          "name",
          "value",
          "postData",
          "status",
          "content",
          "mimeType",
          "text",
          "encoding",
          "params");
  private static final int MAX_ITEMS = 200;
  private static final int MAX_TEXT = 4 * TrafficJson.MAX_BODY;

  private final JsonParser parser;
  private int left = MAX_TEXT;

  HarEntries(JsonParser parser) {
    this.parser = parser;
  }

  /** Moves to the list of entries, and returns whether there is one. */
  static boolean enter(JsonParser parser) throws IOException {
    parser.nextToken();
    for (String name : new String[] {"log", "entries"}) {
      if (parser.currentToken() != JsonToken.START_OBJECT || !moveTo(parser, name)) {
        return false;
      }
    }
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  private static boolean moveTo(JsonParser parser, String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /** Reads the entry at whose start the parser is; of a long one only a part. */
  JsonNode readEntry() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return readObject();
    }
    if (token == JsonToken.START_ARRAY) {
      return readArray();
    }
    if (token.isNumeric()) {
      return JsonNodeFactory.instance.textNode(parser.getText());
    }
    if (token == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      left -= text.length();
      return JsonNodeFactory.instance.textNode(left < 0 ? LongStringFilter.CUT : text);
    }
    return JsonNodeFactory.instance.nullNode();
  }

  private ObjectNode readObject() throws IOException {
    ObjectNode object = JsonNodes.object();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (NEEDED.contains(name)) {
        object.set(name, readEntry());
      } else {
        parser.skipChildren();
      }
    }
    return object;
  }

  private ArrayNode readArray() throws IOException {
    ArrayNode array = JsonNodes.array();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (array.size() < MAX_ITEMS) {
        array.add(readEntry());
      } else {
        parser.skipChildren();
      }
    }
    return array;
  }
}
