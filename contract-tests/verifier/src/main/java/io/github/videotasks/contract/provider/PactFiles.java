package io.github.videotasks.contract.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pact files of a folder; whose they are is read in them, not guessed from their names. */
public final class PactFiles {

  private static final JsonMapper JSON = new JsonMapper();

  private PactFiles() {}

  /** The committed ones that a provider has to keep, one for each client, by file name. */
  public static List<Path> forProvider(RepositoryLayout checkout, String provider) {
    return forProvider(checkout.pacts(), provider);
  }

  /**
   * Those of a folder that a provider has to keep, by file name; empty when there are none.
   *
   * @throws UncheckedIOException when the folder or a file in it cannot be read as pacts; the
   *     message names it
   */
  public static List<Path> forProvider(Path folder, String provider) {
    return list(folder).stream()
        .filter(file -> provider.equals(pacticipant(file, "provider")))
        .toList();
  }

  /** Every pact file of a folder, by file name. */
  public static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected a folder of pact files, cannot read " + folder + ": " + e, e);
    }
  }

  /**
   * Who a pact names.
   *
   * @param role {@code consumer} or {@code provider}
   * @return the name; the empty text when the file names none
   */
  public static String pacticipant(Path file, String role) {
    try {
      JsonNode pact = JSON.readTree(file.toFile());
      return pact.path(role).path("name").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected a pact file, found something else in " + file + ": " + e.getMessage(), e);
    }
  }
}
