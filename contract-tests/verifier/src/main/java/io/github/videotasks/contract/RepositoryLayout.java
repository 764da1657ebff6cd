package io.github.videotasks.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the contract's files lie in a checkout of this repository.
 *
 * @param root the top folder: the one that holds {@code spec} and {@code contract-tests}
 */
public record RepositoryLayout(Path root) {

  /** The system property that names the root when the working directory is somewhere else. */
  public static final String ROOT_PROPERTY = "video-tasks.root";

  /**
   * Finds the checkout: {@value #ROOT_PROPERTY} when set, else the working directory or the nearest
   * folder above it.
   *
   * @throws IllegalStateException when there is none
   */
  public static RepositoryLayout find() {
    String named = System.getProperty(ROOT_PROPERTY);
    Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      RepositoryLayout checkout = new RepositoryLayout(folder);
      if (Files.isRegularFile(checkout.examples().resolve("index.json"))) {
        return checkout;
      }
    }
    throw new IllegalStateException(
        "Expected spec/canonical/examples/index.json in %s or above it, found none. Run from the repository or set -D%s."
            .formatted(start, ROOT_PROPERTY));
  }

  /** The vendors' examples as JSON, with {@code index.json}. */
  public Path examples() {
    return root.resolve("spec/canonical/examples");
  }

  /** The folder that the pages named by {@code index.json} are relative to. */
  public Path spec() {
    return root.resolve("spec");
  }

  /** The committed pact files. */
  public Path pacts() {
    return root.resolve("contract-tests/pacts");
  }

  /** The answers that no page shows. */
  public Path undocumentedResponses() {
    return root.resolve("contract-tests/src/main/undocumented");
  }
}
