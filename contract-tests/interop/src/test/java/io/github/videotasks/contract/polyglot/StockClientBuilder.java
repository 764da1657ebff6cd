package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.CommandRunner.CommandResult;
import io.github.videotasks.contract.polyglot.Recipe.Requirement;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the clients: a folder for each recipe, with a copy of the recipe's files, the generated
 * client below {@code client}, and what the tools keep from one run to the next.
 *
 * @param recipes the folder of all recipes
 * @param outputFolder where clients are made
 * @param contract the OpenAPI document
 * @param generatorJar the jar of OpenAPI Generator's command line
 */
record StockClientBuilder(Path recipes, Path outputFolder, Path contract, Path generatorJar) {
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

  private static final String DISABLED_OUTPUTS =
      "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false";

  /** The commands of a recipe, in its own folder with fresh copies of its files. */
  CommandRunner prepare(String name, Recipe recipe) throws IOException {
    Path own = Files.createDirectories(outputFolder.resolve(name)).toAbsolutePath();
    delete(own.resolve("client"));
    copy(recipes.resolve(name), own);
    Path java = Path.of(System.getProperty("java.home"), "bin");
    return new CommandRunner(
        own,
        Map.of(
            "java", java.resolve("java").toString(),
            "javac", java.resolve("javac").toString(),
            "contract", contract.toAbsolutePath().toString(),
            "recipes", recipes.toAbsolutePath().toString(),
            "classpath", jvmClassPath()),
        recipe.environment());
  }

  /**
   * Looks for what a recipe needs.
   *
   * @param found receives the name of each tool that says its version, to the version
   * @return the first thing that is not there, or empty
   */
  static String findMissingRequirement(
      Recipe recipe, CommandRunner commands, Map<String, String> found)
      throws IOException, InterruptedException {
    for (Requirement need : recipe.needs()) {
      CommandResult said = commands.run(need.run());
      if (!said.succeeded()) {
        return need.what();
      }
      if (need.version()) {
        Matcher version = VERSION.matcher(said.output());
        found.put(need.what(), version.find() ? version.group() : "of no version");
      }
    }
    return "";
  }

  /** Generates and builds; gives what the first command that failed said, or empty. */
  String build(Recipe recipe, CommandRunner commands) throws IOException, InterruptedException {
    List<List<String>> steps = new ArrayList<>();
    if (usesOpenApiGenerator(commands)) {
      steps.add(
          List.of(
              "{java}",
              // A process that ends before its code is warm.
              "-XX:TieredStopAtLevel=1",
              "-jar",
              generatorJar.toAbsolutePath().toString(),
              "generate",
              "--config=generator.yaml",
              "--input-spec={contract}",
              "--output=client",
              "--global-property=" + DISABLED_OUTPUTS));
    }
    steps.addAll(recipe.build());
    for (List<String> step : steps) {
      CommandResult said = commands.run(step);
      if (!said.succeeded()) {
        return said.output();
      }
    }
    return "";
  }

  /** Whether a recipe's client comes from OpenAPI Generator. */
  static boolean usesOpenApiGenerator(CommandRunner commands) {
    return Files.exists(commands.folder().resolve("generator.yaml"));
  }

  /** An empty folder beside the client. */
  static Path createEmptyFolder(CommandRunner commands, String name) throws IOException {
    Path empty = commands.folder().resolve(name);
    delete(empty);
    return Files.createDirectories(empty);
  }

  /** What clients on the JVM are made and run with. */
  private String jvmClassPath() throws IOException {
    try (Stream<Path> jars = Files.list(outputFolder.resolve("jars"))) {
      return jars.map(jar -> jar.toAbsolutePath().toString())
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** The version of the generator, as its jar says. */
  String generatorVersion() throws IOException {
    try (JarFile jar = new JarFile(generatorJar.toFile())) {
      return jar.getManifest().getMainAttributes().getValue("implementation-version");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }
}
