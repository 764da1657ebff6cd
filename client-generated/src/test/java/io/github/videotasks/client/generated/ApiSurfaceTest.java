package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the public API of the generated client with a committed listing, so that every change of
 * the API is visible in review.
 */
class ApiSurfaceTest {
  private static final Path LISTING = Path.of("generated-surface.txt");

  @Test
  void matchesCommittedListing() throws IOException, URISyntaxException {
    String surface = surface();
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(LISTING, surface);
    }

    assertThat(surface)
        .as("client-generated/generated-surface.txt; accept with: mvn verify -Dspec.accept")
        .isEqualTo(Files.exists(LISTING) ? Files.readString(LISTING) : "");
  }

  private static String surface() throws IOException, URISyntaxException {
    StringBuilder out = new StringBuilder();
    for (Class<?> neighbour : List.of(ApiClient.class, VideoTasksApi.class, VideoTask.class)) {
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
