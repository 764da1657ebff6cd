package io.github.videotasks.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Paths of the contract's files in a checkout of this repository.
 *
 * @param root the top folder of the checkout, which contains {@code spec} and {@code
 *     contract-tests}
 */
public record RepositoryLayout(Path root) {

  /** The system property with the root, for a working directory outside the repository. */
  public static final String ROOT_PROPERTY = "video-tasks.root";

  /**
   * Finds the checkout that contains the folder {@value #ROOT_PROPERTY}, or the working directory
   * when that property is not set.
   *
   * @return the layout of the nearest parent folder with the index of examples
   * @throws IllegalStateException when no such folder is found
   */
  public static RepositoryLayout find() {
    String configuredRoot = System.getProperty(ROOT_PROPERTY);
    Path start = Path.of(configuredRoot == null ? "" : configuredRoot).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      RepositoryLayout checkout = new RepositoryLayout(folder);
      if (Files.isRegularFile(checkout.examples().resolve("index.json"))) {
        return checkout;
      }
    }
    throw new IllegalStateException(
        "expected spec/canonical/examples/index.json in "
            + start
            + " or above it, found none. Run from the repository or set -D"
            + ROOT_PROPERTY
            + ".");
  }

  /** {@return the folder of the vendors' examples as JSON, with {@code index.json}} */
  public Path examples() {
    return root.resolve("spec/canonical/examples");
  }

  /** {@return the folder that the page paths in {@code index.json} are relative to} */
  public Path spec() {
    return root.resolve("spec");
  }

  /** {@return the folder of the committed pact files} */
  public Path pacts() {
    return root.resolve("contract-tests/pacts");
  }

  /** {@return the folder of the responses that no page shows} */
  public Path undocumentedResponses() {
    return root.resolve("contract-tests/verifier/src/main/undocumented");
  }
}
