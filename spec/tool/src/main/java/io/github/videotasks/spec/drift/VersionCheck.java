package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a contract changed since it was last released, and neither its version nor its
 * changelog say so.
 *
 * <p>{@code released/openapi.yaml} is the contract as it was last released. The version of the
 * contract must be the next one that the changes since then ask for, or a higher one; the newest
 * entry of {@code CHANGELOG.md} must be of that version, and name the SHA-256 of the contract, so
 * that a further change is noticed too.
 */
public final class VersionCheck {
  private static final String CHANGELOG = "CHANGELOG.md";
  private static final String ACCEPT_COMMAND = "mvn -pl spec process-classes -Dspec.accept";
  private static final String PROPOSE_COMMAND =
      "java -jar spec/target/spec-tool.jar diff spec/released spec/canonical --format=changelog";

  private final Path folder;

  /**
   * Prepares to check.
   *
   * @param folder the folder that holds {@code released/} and {@code CHANGELOG.md}
   */
  public VersionCheck(Path folder) {
    this.folder = folder;
  }

  /**
   * Gives what is wrong and what to do; null when all is well, or when nothing was ever released.
   *
   * @param contract the contract as it is
   */
  public @Nullable String findProblem(byte[] contract) throws IOException {
    Path released = folder.resolve("released/openapi.yaml");
    if (!Files.isRegularFile(released)) {
      return null;
    }
    ChangelogEntry expected = ChangelogEntry.between(Files.readAllBytes(released), contract);
    if (!expected.sha256().equals(Sha256.hex(contract))) {
      return "The contract changed since "
          + expected.previousVersion()
          + " was released. Expected "
          + expected.version()
          + " or a higher info.version, found a lower one: correct it in corrections/, accept with "
          + ACCEPT_COMMAND
          + ", and write an entry into "
          + proposedEntry(expected);
    }
    Path changelog = folder.resolve(CHANGELOG);
    String text = Files.isRegularFile(changelog) ? Files.readString(changelog) : "";
    ChangelogReader.NewestEntry newest = ChangelogReader.readNewest(text);
    if (newest.version().equals(expected.version().toString())
        && newest.sha256().equals(expected.sha256())) {
      return null;
    }
    return CHANGELOG
        + ":"
        + newest.line()
        + ": expected the newest entry to be of "
        + expected.version()
        + " and SHA-256 "
        + expected.sha256()
        + ", found "
        + (newest.version() + " " + newest.sha256()).strip()
        + ". Write the entry into "
        + proposedEntry(expected);
  }

  private static String proposedEntry(ChangelogEntry expected) {
    return CHANGELOG + "; proposed by\n  " + PROPOSE_COMMAND + "\n\n" + expected.toMarkdown();
  }
}
