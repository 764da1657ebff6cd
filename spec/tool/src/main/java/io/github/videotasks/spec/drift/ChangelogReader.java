package io.github.videotasks.spec.drift;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser for the {@code CHANGELOG.md} of a contract, whose first entry is the newest. */
final class ChangelogReader {
  /**
   * The newest entry of a changelog.
   *
   * @param line the line of its heading, from 1
   * @param version the version in the heading; "none" when the changelog has no entry
   * @param sha256 the SHA-256 of the contract in the entry; empty when the entry has none
   */
  record NewestEntry(int line, String version, String sha256) {}

  private static final Pattern HEADING_PATTERN = Pattern.compile("## (\\S+)\\s*");
  private static final Pattern SHA256_PATTERN = Pattern.compile(".*SHA-256 `([0-9a-f]{64})`.*");

  private ChangelogReader() {}

  static NewestEntry readNewest(String text) {
    NewestEntry newest = null;
    String[] lines = text.split("\\R", -1);
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
