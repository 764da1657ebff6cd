package io.github.videotasks.spec.diff;

import java.util.List;
import java.util.Locale;

/** The step of a semantic version that changes require. */
public enum SemverLevel {
  /** A client breaks, or code that uses a generated client. */
  MAJOR,
  /** Something was added. */
  MINOR,
  /** Texts changed. */
  PATCH,
  /** Nothing changed. */
  NONE;

  /**
   * {@return the step that a list of changes requires}
   *
   * @param changes all changes; without one the step is {@link SemverLevel#NONE}
   */
  public static SemverLevel of(List<Change> changes) {
    return changes.stream()
        .map(Change::impact)
        .min(Impact::compareTo)
        .map(
            worst ->
                switch (worst) {
                  case BREAKING, BREAKING_FOR_GENERATED_CODE -> MAJOR;
                  case ATTENTION, COMPATIBLE -> MINOR;
                  case NONE -> PATCH;
                })
        .orElse(NONE);
  }

  /** {@return the name of the step in reports} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
