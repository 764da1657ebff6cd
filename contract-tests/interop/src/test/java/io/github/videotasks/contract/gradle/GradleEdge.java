package io.github.videotasks.contract.gradle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dependency or a constraint, as a component declares it.
 *
 * @param module group and name, separated by a colon
 * @param version the lowest version that is accepted; null if a constraint must say it
 * @param kind what it does
 * @param excludes modules that are left out below it, with {@code *} for any group or name
 */
record GradleEdge(String module, @Nullable String version, Kind kind, Set<String> excludes) {

  /** What an edge does. */
  enum Kind {
    /** Adds the module. */
    DEPENDENCY,
    /** Adds the constraints of a BOM. */
    PLATFORM,
    /** Raises the version of a module that something else adds. */
    CONSTRAINT
  }

  static GradleEdge dependency(String module, @Nullable String version, String... excludes) {
    return new GradleEdge(module, version, Kind.DEPENDENCY, Set.of(excludes));
  }

  static GradleEdge platform(String module, String version) {
    return new GradleEdge(module, version, Kind.PLATFORM, Set.of());
  }

  static GradleEdge constraint(String module, @Nullable String version) {
    return new GradleEdge(module, version, Kind.CONSTRAINT, Set.of());
  }

  /** Returns whether one of the patterns matches the module. */
  boolean isExcludedBy(Set<String> patterns) {
    return patterns.stream()
        .map(it -> it.replace(".", "\\.").replace("*", "[^:]*"))
        .anyMatch(module::matches);
  }
}
