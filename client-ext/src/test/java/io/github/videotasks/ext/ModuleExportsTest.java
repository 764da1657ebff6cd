package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The module exports the packages of the public surface, and no other. */
class ModuleExportsTest {
  /** The test kit is another artifact. */
  private static final String TEST_KIT = "io.github.videotasks.ext.testing";

  @Test
  void exportsPackagesOfPublicSurface() throws IOException {
    Set<String> packages =
        Files.readAllLines(Path.of("public-surface.txt")).stream()
            .filter(line -> line.startsWith("package "))
            .map(line -> line.substring("package ".length()))
            .filter(name -> !name.equals(TEST_KIT))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages).contains("io.github.videotasks.ext", "io.github.videotasks.ext.payload");
    assertThat(exports()).isEqualTo(packages);
  }

  private static Set<String> exports() throws IOException {
    try (InputStream declaration =
        Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      return ModuleDescriptor.read(declaration).exports().stream()
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
