package io.github.videotasks.contract.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Normalizes pact files to the committed form: interactions sorted by description, indented by two
 * spaces, a newline at the end.
 */
public final class NormalizedPacts {

  private NormalizedPacts() {}

  /** Returns every pact of a folder in the committed form, by file name. */
  public static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> pacts = readRaw(folder);
    pacts.replaceAll((name, text) -> normalize(text));
    return pacts;
  }

  /** Returns the exact text of every pact of a folder, by file name. */
  static Map<String, String> readRaw(Path folder) throws IOException {
    Map<String, String> pacts = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
          pacts.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
      }
    }
    return pacts;
  }

  /** Returns the committed form of a pact. */
  public static String normalize(String pact) {
    JsonNode tree = ExactJson.read(pact);
    ArrayNode interactions = (ArrayNode) tree.required("interactions");
    ArrayNode sorted = interactions.arrayNode();
    StreamSupport.stream(interactions.spliterator(), false)
        .sorted(Comparator.comparing(it -> it.required("description").asText()))
        .forEach(sorted::add);
    ((ObjectNode) tree).set("interactions", sorted);
    return ExactJson.prettyPrint(tree);
  }
}
