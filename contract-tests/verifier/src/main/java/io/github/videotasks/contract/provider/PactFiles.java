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

/**
 * Finds pact files in a folder. Consumer and provider are read from the file, not from its name.
 */
public final class PactFiles {

  private static final JsonMapper JSON = new JsonMapper();

  private PactFiles() {}

  /**
   * {@return the committed pacts of a provider, one for each client, sorted by file name}
   *
   * @param checkout the folders of a checkout
   * @param provider the provider's id
   */
  public static List<Path> forProvider(RepositoryLayout checkout, String provider) {
    return forProvider(checkout.pacts(), provider);
  }

  /**
   * {@return the pacts of a provider in a folder, sorted by file name; empty when there are none}
   *
   * @param folder the folder of the pact files
   * @param provider the provider's name in the pacts
   * @throws UncheckedIOException when the folder or a file in it cannot be read as pacts; the
   *     message names it
   */
  public static List<Path> forProvider(Path folder, String provider) {
    return list(folder).stream()
        .filter(file -> provider.equals(pacticipant(file, "provider")))
        .toList();
  }

  /**
   * {@return every pact file of a folder, sorted by file name}
   *
   * @param folder the folder of the pact files
   * @throws UncheckedIOException when the folder cannot be read; the message names it
   */
  public static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected a folder of pact files, cannot read " + folder + ": " + e, e);
    }
  }

  /**
   * Returns the consumer or provider of a pact.
   *
   * @param file a pact file
   * @param role {@code consumer} or {@code provider}
   * @return the name; the empty string when the file does not contain it
   * @throws UncheckedIOException when the file is not JSON; the message names it
   */
  public static String pacticipant(Path file, String role) {
    return read(file).path(role).path("name").asText();
  }

  /**
   * Reads a pact file.
   *
   * @throws UncheckedIOException when the file is not JSON; the message names it
   */
  static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected a pact file, cannot parse " + file + ": " + e.getMessage(), e);
    }
  }
}
