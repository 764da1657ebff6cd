package io.github.videotasks.contract.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pact files of a folder; whose they are is read in them, not guessed from their names. */
public final class Pacts {

  private static final JsonMapper JSON = new JsonMapper();

  private Pacts() {}

  /** The committed ones that a provider has to keep, one for each client, by file name. */
  public static List<Path> of(Checkout checkout, String provider) {
    return of(checkout.pacts(), provider);
  }

  /**
   * Those of a folder that a provider has to keep, by file name; empty when there are none.
   *
   * @throws UncheckedIOException when the folder or a file in it cannot be read as pacts; the
   *     message names it
   */
  public static List<Path> of(Path folder, String provider) {
    return all(folder).stream().filter(file -> provider.equals(party(file, "provider"))).toList();
  }

  /** Every pact file of a folder, by file name. */
  public static List<Path> all(Path folder) {
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
  public static String party(Path file, String role) {
    try {
      JsonNode pact = JSON.readTree(file.toFile());
      return pact.path(role).path("name").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected a pact file, found something else in " + file + ": " + e.getMessage(), e);
    }
  }
}
