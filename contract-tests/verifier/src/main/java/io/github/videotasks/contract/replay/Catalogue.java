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
 * Catalogue of all providers with their examples, read from {@code
 * spec/canonical/examples/index.json}.
 *
 * @param providers in the order of the index
 */
public record Catalogue(List<ContractProvider> providers) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          // The index may get new properties; those that are not needed here are ignored.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /**
   * Reads the index of a checkout.
   *
   * @param checkout the folders of a checkout
   * @return the providers of the index
   * @throws UncheckedIOException when the file is missing or is not a valid index; the message
   *     names the file and the property
   */
  public static Catalogue read(RepositoryLayout checkout) {
    Path index = checkout.examples().resolve("index.json");
    try {
      return JSON.readValue(index.toFile(), Catalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected the index of examples, cannot parse " + index + ": " + e.getMessage(), e);
    }
  }

  /**
   * {@return the provider with that id}
   *
   * @param id such as {@code chainhub-grok}
   * @throws NoSuchElementException when the index does not contain the id; the message lists all
   *     ids
   */
  public ContractProvider provider(String id) {
    return providers.stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "expected one of the providers %s of index.json, found '%s'"
                        .formatted(providers.stream().map(ContractProvider::id).toList(), id)));
  }

  static String readText(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
