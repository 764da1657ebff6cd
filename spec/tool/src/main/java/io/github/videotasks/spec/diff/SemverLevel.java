package io.github.videotasks.spec.diff;

import java.util.List;
import java.util.Locale;

/** The step of a semantic version that changes ask for. */
public enum SemverLevel {
  /** Somebody's client or code breaks; code that uses a generated client counts. */
  MAJOR,
  /** Something was added. */
  MINOR,
  /** Texts changed. */
  PATCH,
  /** Nothing changed. */
  NONE;

  /** Gives the step that a list of changes asks for. */
  public static SemverLevel of(List<Change> changes) {
    return changes.stream()
        .map(Change::impact)
        .min(Impact::compareTo)
        .map(
            worst ->
                switch (worst) {
                  case BREAKING, BREAKING_FOR_GENERATED_CODE -> MAJOR;
                  case COMPATIBLE -> MINOR;
                  case NONE -> PATCH;
                })
        .orElse(NONE);
  }

  /** Gives the step as reports show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
