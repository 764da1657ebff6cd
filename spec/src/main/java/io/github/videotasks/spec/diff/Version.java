package io.github.videotasks.spec.diff;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A semantic version of a contract, without pre-releases: {@code 1.4.0}. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** Reads a version; null when the text is none. */
  public static @Nullable Version of(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? new Version(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)))
        : null;
  }

  /** Gives the version that comes after this one by a step; this one when nothing changed. */
  public Version next(Step step) {
    return switch (step) {
      case MAJOR -> new Version(major + 1, 0, 0);
      case MINOR -> new Version(major, minor + 1, 0);
      case PATCH -> new Version(major, minor, patch + 1);
      case NONE -> this;
    };
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
