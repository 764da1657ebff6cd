package io.github.videotasks.contract.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Every provider with every example, read from {@code spec/canonical/examples/index.json}.
 *
 * @param providers in the order of the index
 */
public record Catalogue(List<ContractProvider> providers) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          // The index may grow; what is not needed here is not read here.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /**
   * Reads the index of a checkout.
   *
   * @throws UncheckedIOException when a file is missing or is no such index; the message names file
   *     and member
   */
  public static Catalogue read(RepositoryLayout checkout) {
    Path index = checkout.examples().resolve("index.json");
    try {
      return JSON.readValue(index.toFile(), Catalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          index + " cannot be read as the index of examples: " + e.getMessage(), e);
    }
  }

  /**
   * The provider of that id.
   *
   * @throws NoSuchElementException when the index has none
   */
  public ContractProvider provider(String id) {
    return providers.stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "No provider '%s' in index.json; there are: %s"
                        .formatted(id, providers.stream().map(ContractProvider::id).toList())));
  }

  static String readText(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
