package io.github.videotasks.spec.drift;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code CHANGELOG.md}: one section for each version of the contract, the newest first.
 *
 * @param text the whole text; empty when there is no file
 * @param newest the newest entry
 */
record Changelog(String text, NewestEntry newest) {
  static final String FILE_NAME = "CHANGELOG.md";

  private static final Pattern HEADING_PATTERN = Pattern.compile("## (\\S+)\\s*");
  private static final Pattern SHA256_PATTERN = Pattern.compile(".*SHA-256 `([0-9a-f]{64})`.*");

  /**
   * The newest entry of a changelog, which is its first one.
   *
   * @param line the line of its heading, from 1; 1 when there is no entry
   * @param version the version in the heading; "none" when the changelog has no entry
   * @param sha256 the SHA-256 of the contract in the entry; empty when the entry has none
   */
  record NewestEntry(int line, String version, String sha256) {
    /** Returns whether the entry describes a contract. */
    boolean describes(String contractVersion, String contractSha256) {
      return version.equals(contractVersion) && sha256.equals(contractSha256);
    }
  }

  /**
   * Reads the changelog of a spec folder.
   *
   * @param folder the folder that contains it
   */
  static Changelog read(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    return of(Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "");
  }

  static Changelog of(String text) {
    NewestEntry newest = new NewestEntry(1, "none", "");
    String[] lines = text.split("\\R", -1);
    boolean found = false;
    for (int i = 0; i < lines.length; i++) {
      Matcher heading = HEADING_PATTERN.matcher(lines[i]);
      Matcher sha = SHA256_PATTERN.matcher(lines[i]);
      if (heading.matches() && found) {
        break;
      }
      if (heading.matches()) {
        newest = new NewestEntry(i + 1, heading.group(1), "");
        found = true;
      } else if (sha.matches() && found && newest.sha256().isEmpty()) {
        newest = new NewestEntry(newest.line(), newest.version(), sha.group(1));
      }
    }
    return new Changelog(text, newest);
  }

  boolean hasEntry() {
    return !newest.version().equals("none");
  }

  /**
   * Returns the changelog with another entry above all others, which is the newest one of the
   * result.
   *
   * @param entry the entry in Markdown; it ends with a line feed
   */
  Changelog withEntry(String entry) {
    if (!hasEntry()) {
      String start = text.isBlank() ? "# Changes of the contract\n" : text.stripTrailing() + "\n";
      return of(start + "\n" + entry);
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.add(newest.line() - 1, entry);
    return of(String.join("\n", lines) + "\n");
  }

  /** Returns whether a line is in the changelog already. */
  boolean containsLine(String line) {
    return text.lines().anyMatch(line::equals);
  }
}
