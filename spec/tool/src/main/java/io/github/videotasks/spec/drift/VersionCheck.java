package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String CHANGELOG = "CHANGELOG.md";
  private static final String ACCEPT_COMMAND = "mvn -pl spec/tool process-classes -Dspec.accept";
  private static final String PROPOSE_COMMAND =
      "java -jar spec/tool/target/spec-tool.jar diff spec/released spec/canonical"
          + " --format=changelog";

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
          + ". Correct it, accept with "
          + ACCEPT_COMMAND
          + ", and add an entry to "
          + proposedEntry(expected);
    }
    Path changelog = folder.resolve(CHANGELOG);
    String text = Files.isRegularFile(changelog) ? Files.readString(changelog) : "";
    NewestEntry newest = NewestEntry.read(text);
    if (newest.version().equals(expected.version().toString())
        && newest.sha256().equals(expected.sha256())) {
      return null;
    }
    return CHANGELOG
        + ":"
        + newest.line()
        + ": expected the newest entry to have version "
        + expected.version()
        + " and SHA-256 "
        + expected.sha256()
        + ", found "
        + (newest.version() + " " + newest.sha256()).strip()
        + ". Add the entry to "
        + proposedEntry(expected);
  }

  private static String proposedEntry(ChangelogEntry expected) {
    return CHANGELOG + "; proposed by\n  " + PROPOSE_COMMAND + "\n\n" + expected.toMarkdown();
  }

  /**
   * The newest entry of a changelog, which is its first one.
   *
   * @param line the line of its heading, from 1
   * @param version the version in the heading; "none" when the changelog has no entry
   * @param sha256 the SHA-256 of the contract in the entry; empty when the entry has none
   */
  private record NewestEntry(int line, String version, String sha256) {
    private static final Pattern HEADING_PATTERN = Pattern.compile("## (\\S+)\\s*");
    private static final Pattern SHA256_PATTERN = Pattern.compile(".*SHA-256 `([0-9a-f]{64})`.*");

    static NewestEntry read(String changelog) {
      NewestEntry newest = null;
      String[] lines = changelog.split("\\R", -1);
      for (int i = 0; i < lines.length; i++) {
        Matcher heading = HEADING_PATTERN.matcher(lines[i]);
        Matcher sha = SHA256_PATTERN.matcher(lines[i]);
        if (heading.matches() && newest != null) {
          return newest;
        }
        if (heading.matches()) {
          newest = new NewestEntry(i + 1, heading.group(1), "");
        } else if (sha.matches() && newest != null) {
          return new NewestEntry(newest.line(), newest.version(), sha.group(1));
        }
      }
      return newest == null ? new NewestEntry(1, "none", "") : newest;
    }
  }
}
