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
 * How a stock client is made and used: {@code src/polyglot/NAME/recipe.yaml}, whose README says
 * what the members mean. Commands are lists of words; {@code {word}} is replaced.
 *
 * @param language the language, for people
 * @param generator the generator and its library, for people
 * @param needs what must be there, tried in this order
 * @param build what is run once the client is generated; empty for a language without a compiler
 * @param decode the driver that reads and writes files; empty where nobody could try one
 * @param query the driver that asks a server
 * @param environment variables of all its commands
 * @param remedy what it took beside the plain command, or what to do about what is lost
 */
record Recipe(
    String language,
    String generator,
    List<Requirement> needs,
    List<List<String>> build,
    List<String> decode,
    List<String> query,
    Map<String, String> environment,
    String remedy) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * Something that may be missing on a machine.
   *
   * @param what its name, for people
   * @param run exits with 0 when it is there
   * @param version whether what it says holds its version
   */
  record Requirement(String what, List<String> run, boolean version) {}

  /**
   * Reads all recipes of a folder.
   *
   * @return the name of each recipe's folder to the recipe, sorted by name
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
