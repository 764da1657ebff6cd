package io.github.videotasks.spec.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.KnownKeys;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.TextFile;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.LineNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An object in a YAML file of the project, whose properties all have to be known.
 *
 * @param name the file's name, for messages
 */
record OwnYamlFile(String name, ObjectNode root, LineNumbers lines) {

  /**
   * Reads a file.
   *
   * @param keys the properties that it must have
   * @throws RejectedInputException when it is not one object, lacks a property or has another one
   */
  static OwnYamlFile read(Path file, List<String> keys) throws IOException {
    String name = String.valueOf(file.getFileName());
    List<YamlReader.YamlDocument> documents =
        new YamlReader(YamlLimits.DEFAULT).read(TextFile.read(file, name), name, 1);
    if (documents.size() != 1 || !(documents.get(0).root() instanceof ObjectNode root)) {
      throw rejected(new SourceLocation(name, 1), "expected one object, found something else");
    }
    OwnYamlFile read = new OwnYamlFile(name, root, documents.get(0).lines());
    String unknown = KnownKeys.firstUnknown(root, keys);
    if (unknown != null) {
      throw read.rejected(unknown, KnownKeys.message(unknown, keys));
    }
    for (String key : keys) {
      if (!root.has(key)) {
        throw rejected(new SourceLocation(name, 1), "expected '" + key + "', found none");
      }
    }
    return read;
  }

  /** Returns a string that is not empty. */
  String text(String key) {
    String text = root.path(key).asText();
    if (!root.path(key).isTextual() || text.isBlank()) {
      throw rejected(key, "expected a string for '" + key + "'");
    }
    return text;
  }

  /** Returns a JSON Pointer to a value in an object. */
  String pointer(String key) {
    String pointer = text(key);
    if (!pointer.startsWith("/")) {
      throw rejected(
          key,
          "expected a JSON Pointer such as /status for '%s', found '%s'"
              .formatted(key, MessageText.excerpt(pointer)));
    }
    return pointer;
  }

  /** Returns an integer of at least a minimum. */
  int number(String key, int min) {
    JsonNode value = root.path(key);
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < min) {
      throw rejected(
          key,
          "expected an integer of at least %d for '%s', found %s"
              .formatted(min, key, MessageText.excerpt(value.toString())));
    }
    return value.intValue();
  }

  /** Returns a list of HTTP statuses. */
  List<Integer> statuses(String key) {
    List<Integer> statuses = new ArrayList<>();
    for (JsonNode status : root.path(key)) {
      if (!status.isInt() || status.intValue() < 100 || status.intValue() > 599) {
        throw rejected(key, "expected HTTP statuses for '" + key + "', found " + status);
      }
      statuses.add(status.intValue());
    }
    if (statuses.isEmpty()) {
      throw rejected(key, "expected a list of HTTP statuses for '" + key + "'");
    }
    return statuses;
  }

  private RejectedInputException rejected(String key, String message) {
    return rejected(new SourceLocation(name, lines.lineOf(root, key)), message);
  }

  private static RejectedInputException rejected(SourceLocation location, String message) {
    return new RejectedInputException(
        "waiting-file", location, message, "Write the file as the comments in it describe");
  }
}
