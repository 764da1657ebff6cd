package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.page.Provider;
import io.github.videotasks.spec.page.ProviderRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an observation compares with.
 *
 * @param specFolder the folder that contains {@code canonical/} and {@code providers.yaml}
 * @param otherHosts hosts, with port, that are read beside those of the providers
 * @param provider the id of the provider whose hosts alone are read; null for all
 */
public record ObservationSources(
    Path specFolder, List<String> otherHosts, @Nullable String provider) {
  ObservedHosts hosts(JsonNode contract) throws IOException {
    return new ObservedHosts(providers(specFolder), contract, otherHosts, provider);
  }

  /**
   * Returns the entries of {@code providers.yaml}.
   *
   * @param specFolder the folder with {@code providers.yaml}
   * @return the providers, in the order of the file
   * @throws IOException when a file cannot be read
   */
  public static List<Provider> providers(Path specFolder) throws IOException {
    Path file = specFolder.resolve("providers.yaml");
    return Files.isRegularFile(file) ? ProviderRegistry.read(file).providers() : List.of();
  }
}
