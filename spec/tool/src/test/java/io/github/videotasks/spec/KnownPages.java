package io.github.videotasks.spec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of the bundled pages that some tests know: they expect findings and reviews of these
 * texts, line by line. When a page changes they are not run, so that the change itself can pass the
 * build; what it means is reviewed in {@code FINDINGS.md} and by {@code spec-tool diff}.
 */
public final class KnownPages {
  private static final Path LIST = Path.of("src/test/resources/known-pages.sha256");

  private KnownPages() {}

  /** Skips the test unless all pages are the known ones. */
  public static void assumeUnchanged() throws IOException {
    List<String> changed = new ArrayList<>();
    for (String line : Files.readAllLines(LIST)) {
      String[] entry = line.split(" +", 2);
      Path page = Path.of("../pages", entry[1]);
      if (!Files.exists(page) || !Sha256.hex(Files.readAllBytes(page)).equals(entry[0])) {
        changed.add(entry[1]);
      }
    }
    assumeTrue(
        changed.isEmpty(),
        () ->
            "not run: expected the pages of "
                + LIST
                + ", changed: "
                + String.join(", ", changed)
                + ". Adapt the expectations and the list.");
  }
}
