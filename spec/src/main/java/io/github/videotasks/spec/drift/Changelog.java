package io.github.videotasks.spec.drift;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a contract's {@code CHANGELOG.md}, whose newest entry stands first. */
final class Changelog {
  /**
   * An entry.
   *
   * @param line the line of its heading, from 1
   * @param version the version that the heading names; "none" when there is no entry
   * @param sha256 the SHA-256 of the contract that the entry names; empty when it names none
   */
  record Entry(int line, String version, String sha256) {}

  private static final Pattern HEADING = Pattern.compile("## (\\S+)\\s*");
  private static final Pattern SHA = Pattern.compile(".*SHA-256 `([0-9a-f]{64})`.*");

  private Changelog() {}

  static Entry newest(String text) {
    Entry newest = null;
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher heading = HEADING.matcher(lines[i]);
      Matcher sha = SHA.matcher(lines[i]);
      if (heading.matches() && newest != null) {
        return newest;
      }
      if (heading.matches()) {
        newest = new Entry(i + 1, heading.group(1), "");
      } else if (sha.matches() && newest != null) {
        return new Entry(newest.line(), newest.version(), sha.group(1));
      }
    }
    return newest == null ? new Entry(1, "none", "") : newest;
  }
}
