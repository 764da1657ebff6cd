package io.github.videotasks.contract.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Parts of the report, one file for each check. The checks of one build do not need to know each
 * other; the file of a check that did not run is missing.
 */
public final class ReportInputs {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RESULTS_PREFIX = "opinions-";

  private final Path folder;

  /**
   * Creates an empty or existing set of parts.
   *
   * @param folder created with the first part that is written
   */
  public ReportInputs(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the results of a check and replaces those of an earlier run.
   *
   * @param check short name of the check, part of the file name
   * @param results the results of all interactions
   */
  public void putCheckResults(String check, List<InteractionCheckResult> results) {
    write(RESULTS_PREFIX + check, results);
  }

  /**
   * Writes the mutation scores and replaces those of an earlier run.
   *
   * @param scores one score for each contract
   */
  public void putMutationScores(List<MutationScore> scores) {
    write("mutation", scores);
  }

  /**
   * Writes the fields that each client reads and replaces those of an earlier run.
   *
   * @param fieldReads the fields of each interaction
   */
  public void putFieldReads(List<InteractionFieldReads> fieldReads) {
    write("readings", fieldReads);
  }

  List<InteractionCheckResult> checkResults() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(RESULTS_PREFIX))
          .sorted()
          .flatMap(name -> read(name.replace(".json", ""), InteractionCheckResult.class).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<MutationScore> mutationScores() {
    return read("mutation", MutationScore.class);
  }

  List<InteractionFieldReads> fieldReads() {
    return read("readings", InteractionFieldReads.class);
  }

  private void write(String name, List<?> values) {
    try {
      Files.createDirectories(folder);
      JSON.writeValue(file(name).toFile(), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> List<T> read(String name, Class<T> type) {
    if (!Files.isRegularFile(file(name))) {
      return List.of();
    }
    try {
      return JSON.readerForListOf(type).readValue(file(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected a part of a report, cannot parse " + file(name) + ": " + e.getMessage(), e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
