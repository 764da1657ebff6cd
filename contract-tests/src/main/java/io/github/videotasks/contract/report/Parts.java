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
public final class Parts {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String OPINIONS = "opinions-";

  private final Path folder;

  /**
   * @param folder is made when something is handed in
   */
  public Parts(Path folder) {
    this.folder = folder;
  }

  /**
   * What a judge says.
   *
   * @param judge one word, the file's name
   */
  public void putOpinions(String judge, List<Opinion> opinions) {
    put(OPINIONS + judge, opinions);
  }

  /** What became of the mutants. */
  public void putMutation(List<PactMutation> mutation) {
    put("mutation", mutation);
  }

  /** What each client reads. */
  public void putReadings(List<Reading> readings) {
    put("readings", readings);
  }

  List<Opinion> opinions() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(OPINIONS))
          .sorted()
          .flatMap(name -> get(name.replace(".json", ""), Opinion.class).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<PactMutation> mutation() {
    return get("mutation", PactMutation.class);
  }

  List<Reading> readings() {
    return get("readings", Reading.class);
  }

  private void put(String name, List<?> values) {
    try {
      Files.createDirectories(folder);
      JSON.writeValue(file(name).toFile(), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> List<T> get(String name, Class<T> type) {
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
