package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Build and run instructions for a stock client, read from {@code src/polyglot/NAME/recipe.yaml}.
 * The README in that folder describes the properties. A command is a list of arguments, in which
 * {@code {name}} is replaced.
 *
 * @param language language, for the table
 * @param generator generator and library, for the table
 * @param needs required tools, checked in this order
 * @param build commands that compile the generated client; empty for languages without a compiler
 * @param decode command of the driver that decodes and encodes files; empty if there is no driver
 * @param query command of the driver that sends a request
 * @param waits command of the driver that waits for tasks; empty if there is none
 * @param environment environment variables of all commands
 * @param remedy options beyond the defaults, and what to do about lost data; for the table
 */
record Recipe(
    String language,
    String generator,
    List<Requirement> needs,
    List<List<String>> build,
    List<String> decode,
    List<String> query,
    List<String> waits,
    Map<String, String> environment,
    String remedy) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * Tool that may be missing on a machine.
   *
   * @param what name, for messages
   * @param run command that exits with 0 if the tool is present
   * @param version whether the output of the command contains the version
   */
  record Requirement(String what, List<String> run, boolean version) {}

  /**
   * Reads all recipes of a folder.
   *
   * @return folder name to recipe, sorted by name
   */
  static Map<String, Recipe> all(Path folder) throws IOException {
    Map<String, Recipe> recipes = new TreeMap<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
        recipes.put(
            each.getFileName().toString(),
            YAML.readValue(each.resolve("recipe.yaml").toFile(), Recipe.class));
      }
    }
    return recipes;
  }
}
