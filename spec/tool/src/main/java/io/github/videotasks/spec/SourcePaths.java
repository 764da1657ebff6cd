package io.github.videotasks.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a derivation reads from.
 *
 * @param pages the folder of pages
 * @param providers the file that says which page is whose; null when there is none
 * @param corrections the folder of Overlay files; null when there is none
 */
public record SourcePaths(Path pages, @Nullable Path providers, @Nullable Path corrections) {
  /** Gives the sources of a module folder that is laid out like {@code spec/}. */
  public static SourcePaths of(Path module) {
    Path providers = module.resolve("providers.yaml");
    Path corrections = module.resolve("corrections");
    return new SourcePaths(
        module.resolve("pages"),
        Files.isRegularFile(providers) ? providers : null,
        Files.isDirectory(corrections) ? corrections : null);
  }
}
