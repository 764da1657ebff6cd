package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The example files of one derivation.
 *
 * @param values the values by file, such as {@code examples/acme/1.json}
 * @param keys what identifies an example on its page, by file: operation, response, media type and
 *     name, from {@code examples/index.json}; the file itself if the index does not have it
 */
record ExampleSet(Map<String, JsonNode> values, Map<String, String> keys) {
  private static final String FOLDER = "examples/";
  private static final String INDEX = FOLDER + "index.json";

  /**
   * Reads the examples of a derivation.
   *
   * @param files all derived files by their path below the folder
   */
  static ExampleSet of(Map<String, byte[]> files) {
    Map<String, JsonNode> values = new TreeMap<>();
    Map<String, String> keys = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          if (isExample(name)) {
            values.put(name, ContractReader.parseValue(content, name));
            keys.put(name, name);
          }
        });
    byte[] index = files.get(INDEX);
    if (index != null) {
      readKeys(ContractReader.parseValue(index, INDEX), keys);
    }
    return new ExampleSet(values, keys);
  }

  static boolean isExample(String file) {
    return file.startsWith(FOLDER) && !file.equals(INDEX);
  }

  private static void readKeys(JsonNode index, Map<String, String> keys) {
    for (JsonNode provider : index.path("providers")) {
      for (JsonNode operation : provider.path("operations")) {
        for (String list : new String[] {"examples", "requests"}) {
          for (JsonNode entry : operation.path(list)) {
            String key =
                String.join(
                    "|",
                    operation.path("method").asText(),
                    operation.path("path").asText(),
                    list,
                    entry.path("code").asText(),
                    entry.path("media").asText(),
                    entry.path("name").asText());
            keys.replace(FOLDER + entry.path("file").asText(), key);
          }
        }
      }
    }
  }

  String keyOf(String file) {
    return keys.getOrDefault(file, file);
  }

  JsonNode valueOf(String file) {
    JsonNode value = values.get(file);
    if (value == null) {
      throw new IllegalArgumentException("expected an example, found none: " + file);
    }
    return value;
  }
}
