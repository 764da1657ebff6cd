package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a contract which changed since its last release has a new version and a changelog
 * entry.
 *
 * <p>{@code released/openapi.yaml} is the contract of the last release. The version of the contract
 * must be at least the next version that the changes since then require. The newest entry of {@code
 * CHANGELOG.md} must have that version and the SHA-256 of the contract, so that a later change is
 * noticed too.
 */
public final class VersionCheck {
  private static final String REMEDY =
      "Accept, which sets the version and adds the entry of CHANGELOG.md:"
          + " mvn -pl spec/tool process-classes -Dspec.accept";

  private final Path folder;

  /**
   * Creates a check for one module folder.
   *
   * @param folder the folder that contains {@code released/} and {@code CHANGELOG.md}
   */
  public VersionCheck(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the problem and its remedy.
   *
   * @param contract the new contract
   * @return the message; null when version and changelog are correct, or when there is no release
   * @throws IOException when a file cannot be read
   */
  public @Nullable String findProblem(byte[] contract) throws IOException {
    Path released = folder.resolve("released/openapi.yaml");
    if (!Files.isRegularFile(released)) {
      return null;
    }
    ChangelogEntry expected = ChangelogEntry.between(Files.readAllBytes(released), contract);
    if (!expected.sha256().equals(Sha256.hex(contract))) {
      DeclaredVersion found = DeclaredVersion.find(folder, contract);
      DeclaredVersion last =
          DeclaredVersion.ofContract("released/openapi.yaml", Files.readAllBytes(released));
      return found.location()
          + ": expected info.version "
          + expected.version()
          + " or higher, because the contract changed since the release of "
          + last.version()
          + " ("
          + last.location()
          + "), found "
          + found.version()
          + ". "
          + REMEDY;
    }
    Changelog.NewestEntry newest = Changelog.read(folder).newest();
    if (newest.describes(expected.version().toString(), expected.sha256())) {
      return null;
    }
    return Changelog.FILE_NAME
        + ":"
        + newest.line()
        + ": expected the newest entry to have version "
        + expected.version()
        + " and SHA-256 "
        + expected.sha256()
        + ", found "
        + (newest.version() + " " + newest.sha256()).strip()
        + ". "
        + REMEDY;
  }
}
