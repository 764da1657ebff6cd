package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the public API of the generated client, and of its runtime, with committed listings, so
 * that every change of the API is visible in review.
 */
class ApiSurfaceTest {
  @Test
  void generatedClientMatchesCommittedListing() throws IOException, URISyntaxException {
    assertMatches(
        Path.of("generated-surface.txt"),
        surface(List.of(ApiClient.class, VideoTasksApi.class, VideoTask.class)));
  }

  @Test
  void runtimeMatchesCommittedListing() throws IOException, URISyntaxException {
    assertMatches(Path.of("runtime", "public-surface.txt"), surface(List.of(JsonValue.class)));
  }

  private static void assertMatches(Path listing, String surface) throws IOException {
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(listing, surface);
    }

    assertThat(surface)
        .as("client-generated/%s; accept with: mvn verify -Dspec.accept", listing)
        .isEqualTo(Files.exists(listing) ? Files.readString(listing) : "");
  }

  /** Lists the public types in the packages of the given classes. */
  private static String surface(List<Class<?>> neighbours) throws IOException, URISyntaxException {
    StringBuilder out = new StringBuilder();
    for (Class<?> neighbour : neighbours) {
      for (Class<?> type : classes(neighbour)) {
        out.append(ApiSurface.describe(type));
      }
    }
    return out.toString();
  }

  private static List<Class<?>> classes(Class<?> neighbour) throws IOException, URISyntaxException {
    Path place = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (GeneratedClasses generated = GeneratedClasses.open(place);
        Stream<Path> files = Files.list(generated.folder(neighbour.getPackageName()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .sorted()
          .<Class<?>>map(name -> GeneratedClasses.loadClass(neighbour, name))
          .toList();
    }
  }
}
