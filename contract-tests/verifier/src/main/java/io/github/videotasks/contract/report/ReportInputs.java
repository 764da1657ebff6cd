package io.github.videotasks.contract.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each judge handed in, a file for each, so that judges of one build need not know each other
 * and one that does not run is simply not there.
 */
public final class ReportInputs {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RESULTS_PREFIX = "opinions-";

  private final Path folder;

  /**
   * @param folder is made when something is handed in
   */
  public ReportInputs(Path folder) {
    this.folder = folder;
  }

  /**
   * What a judge says.
   *
   * @param judge one word, the file's name
   */
  public void putCheckResults(String judge, List<InteractionCheckResult> opinions) {
    write(RESULTS_PREFIX + judge, opinions);
  }

  /** What became of the mutants. */
  public void putMutationScores(List<MutationScore> mutation) {
    write("mutation", mutation);
  }

  /** What each client reads. */
  public void putFieldReads(List<InteractionFieldReads> readings) {
    write("readings", readings);
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
      throw new UncheckedIOException(file(name) + " is no part of a report: " + e.getMessage(), e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
