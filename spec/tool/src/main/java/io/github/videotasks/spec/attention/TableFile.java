package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.KnownKeys;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the project, in YAML or in the JSON that is derived from it: an object of objects or
 * lists. Whatever else is in it is refused with its line.
 *
 * @param rule the rule that refuses it
 * @param name the file, for messages
 * @param document its content
 */
public record TableFile(String rule, String name, YamlReader.YamlDocument document) {

  /**
   * Parses a file to an object with line numbers.
   *
   * @param rule id of the rule in the errors
   * @param name the file, for messages
   * @param text its content, YAML or JSON
   * @return the file
   * @throws RejectedInputException when the text cannot be parsed
   */
  public static TableFile parse(String rule, String name, String text) {
    List<YamlReader.YamlDocument> documents =
        new YamlReader(YamlLimits.DEFAULT).read(text, name, 1);
    if (documents.size() != 1 || !documents.get(0).root().isObject()) {
      throw new RejectedInputException(
          rule,
          new SourceLocation(name, 1),
          "expected one object, found something else",
          "Write the file like that of the project");
    }
    return new TableFile(rule, name, documents.get(0));
  }

  /**
   * {@return the object at the root, which has only known keys}
   *
   * @param keys the known keys
   */
  public ObjectNode root(List<String> keys) {
    return object(document.root(), document.root(), "", keys);
  }

  /**
   * {@return the object at a key, which has only known keys}
   *
   * @param parent an object of this file
   * @param key must have an object as its value
   * @param keys the known keys of that object
   */
  public ObjectNode object(JsonNode parent, String key, List<String> keys) {
    return object(parent, parent.path(key), key, keys);
  }

  private ObjectNode object(JsonNode parent, JsonNode value, String key, List<String> keys) {
    if (!(value instanceof ObjectNode object)) {
      throw refused(parent, key, "expected an object at '" + key + "', found something else");
    }
    requireKeys(object, keys);
    return object;
  }

  /**
   * Throws when an object has an unknown key.
   *
   * @param object an object of this file
   * @param keys the known keys
   */
  public void requireKeys(ObjectNode object, List<String> keys) {
    String unknown = KnownKeys.firstUnknown(object, keys);
    if (unknown != null) {
      throw refused(object, unknown, KnownKeys.message(unknown, keys));
    }
  }

  /**
   * {@return the location of a key of an object}
   *
   * @param object an object of this file
   * @param key one of its keys
   */
  public SourceLocation location(JsonNode object, String key) {
    return new SourceLocation(name, document.lines().lineOf(object, key));
  }

  /**
   * {@return the object at a key, whose keys are data; empty when there is none}
   *
   * @param parent an object of this file
   * @param key may be absent
   */
  public ObjectNode map(JsonNode parent, String key) {
    JsonNode value = parent.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return JsonNodes.object();
    }
    if (!(value instanceof ObjectNode object)) {
      throw refused(parent, key, "expected an object at '" + key + "', found something else");
    }
    return object;
  }

  /**
   * {@return the texts of the list at a key; empty when there is none}
   *
   * @param parent an object of this file
   * @param key may be absent
   */
  public List<String> texts(JsonNode parent, String key) {
    JsonNode value = parent.path(key);
    if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
      throw refused(parent, key, "expected a list at '" + key + "', found something else");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      if (!value.get(i).isTextual()) {
        throw refused(
            new SourceLocation(name, document.lines().lineOf(value, i)),
            "expected a text in '" + key + "', found something else");
      }
      texts.add(value.get(i).textValue());
    }
    return texts;
  }

  /**
   * {@return the exception for a key of an object}
   *
   * @param object an object of this file
   * @param key the key with the problem
   * @param message expected and found
   */
  public RejectedInputException refused(JsonNode object, String key, String message) {
    return refused(location(object, key), message);
  }

  private RejectedInputException refused(SourceLocation location, String message) {
    return new RejectedInputException(
        rule, location, message, "Write the entry like the others of the file");
  }
}
