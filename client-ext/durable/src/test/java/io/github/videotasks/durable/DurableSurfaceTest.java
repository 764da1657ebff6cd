package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.videotasks.surface.ReachableTypes;
import io.github.videotasks.surface.SurfaceListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares the public surface of durable waits with a committed listing. */
class DurableSurfaceTest {

  private static final Path LISTING = Path.of("public-surface.txt");
  private static final String LIBRARY = "io.github.videotasks.durable";
  private static final Set<Class<?>> SURFACE =
      ReachableTypes.from(
          LIBRARY, List.of(DurableWaits.class, DurableSchema.class, DurableWaitsException.class));

  @Test
  void matchesCommittedListing() throws IOException {
    String listing = SurfaceListing.of(SURFACE);
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(LISTING, listing);
    }

    assertThat(listing)
        .as("client-ext/durable/public-surface.txt; accept with: mvn verify -Dspec.accept")
        .isEqualTo(Files.exists(LISTING) ? Files.readString(LISTING) : "");
  }

  @Test
  void containsEveryPublicTypeAndNoOther() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(LIBRARY)
                    .stream()
                    .<Class<?>>map(JavaClass::reflect)
                    .filter(ReachableTypes::isPublic)
                    .map(Class::getName))
        .containsExactlyInAnyOrderElementsOf(SURFACE.stream().map(Class::getName).toList());
  }
}
