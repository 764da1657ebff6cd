package io.github.videotasks.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The paths that a derivation reads from.
 *
 * @param pages the folder of pages
 * @param providers the file that maps pages to providers; null when there is none
 * @param corrections the folder of Overlay files; null when there is none
 * @param tables the folder with the tables of status values and places; null when there is none
 * @param observed the folder of recorded responses; null when there is none
 */
public record SourcePaths(
    Path pages,
    @Nullable Path providers,
    @Nullable Path corrections,
    @Nullable Path tables,
    @Nullable Path observed) {
  /**
   * Creates the paths of a derivation without tables and recorded responses.
   *
   * @param pages the folder of pages
   * @param providers the file that maps pages to providers
   * @param corrections the folder of Overlay files
   */
  public SourcePaths(Path pages, @Nullable Path providers, @Nullable Path corrections) {
    this(pages, providers, corrections, null, null);
  }

  /**
   * {@return the paths of a module folder that has the layout of {@code spec/}}
   *
   * @param module the folder that contains {@code pages/}; {@code providers.yaml}, {@code
   *     corrections/}, the tables and {@code observed/} are optional
   */
  public static SourcePaths of(Path module) {
    Path providers = module.resolve("providers.yaml");
    Path corrections = module.resolve("corrections");
    Path observed = module.resolve("observed");
    return new SourcePaths(
        module.resolve("pages"),
        Files.isRegularFile(providers) ? providers : null,
        Files.isDirectory(corrections) ? corrections : null,
        module,
        Files.isDirectory(observed) ? observed : null);
  }

  /**
   * {@return the same paths with another folder of corrections}
   *
   * @param folder replaces the folder of corrections
   */
  public SourcePaths withCorrections(Path folder) {
    return new SourcePaths(pages, providers, folder, tables, observed);
  }
}
