package io.github.videotasks.spec.diff;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version of a contract, without pre-releases: {@code 1.4.0}.
 *
 * @param major raised when a client or code that uses a generated client breaks
 * @param minor raised when something is added or needs attention
 * @param patch raised when texts change
 */
public record SemanticVersion(int major, int minor, int patch)
    implements Comparable<SemanticVersion> {
  private static final Pattern PATTERN = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");
  private static final Comparator<SemanticVersion> ORDER =
      Comparator.comparingInt(SemanticVersion::major)
          .thenComparingInt(SemanticVersion::minor)
          .thenComparingInt(SemanticVersion::patch);

  /**
   * Parses a version.
   *
   * @param text a text such as {@code 1.4.0}
   * @return the version; null when the text has another form
   */
  public static @Nullable SemanticVersion parse(String text) {
    Matcher parts = PATTERN.matcher(text);
    return parts.matches()
        ? new SemanticVersion(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)))
        : null;
  }

  /**
   * {@return the next version for a step; this version for {@link SemverLevel#NONE}}
   *
   * @param step what the changes require
   */
  public SemanticVersion bump(SemverLevel step) {
    return switch (step) {
      case MAJOR -> new SemanticVersion(major + 1, 0, 0);
      case MINOR -> new SemanticVersion(major, minor + 1, 0);
      case PATCH -> new SemanticVersion(major, minor, patch + 1);
      case NONE -> this;
    };
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
