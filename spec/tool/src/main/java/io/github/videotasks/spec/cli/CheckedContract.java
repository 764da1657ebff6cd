package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.diff.SemanticVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The line that a check without changes prints: what it read, derived and compared. */
final class CheckedContract {
  private CheckedContract() {}

  /**
   * Returns the line.
   *
   * @param folder the spec folder
   * @param derived the derivation, which equals the committed files
   */
  static String describe(Path folder, DerivationResult derived) throws IOException {
    int examples = derived.pages().stream().mapToInt(DerivationResult.PageSummary::examples).sum();
    return "The contract is up to date: read "
        + String.join(
            ", ",
            List.of(
                count(derived.pages().size(), "page"),
                count(corrections(folder), "correction file"),
                count(examples, "example")))
        + "; derived "
        + count(derived.operations().size(), "operation")
        + "; compared "
        + count(derived.files().size(), "file")
        + " in canonical/"
        + (Files.isRegularFile(folder.resolve("released/openapi.yaml"))
            ? ", and the version " + version(derived) + " with CHANGELOG.md."
            : ".");
  }

  private static SemanticVersion version(DerivationResult derived) {
    return ChangelogEntry.version(Objects.requireNonNull(derived.files().get("openapi.yaml")));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static int corrections(Path folder) throws IOException {
    Path corrections = folder.resolve("corrections");
    if (!Files.isDirectory(corrections)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(corrections)) {
      return (int) files.filter(file -> file.toString().matches(".*\\.overlay\\.ya?ml")).count();
    }
  }
}
