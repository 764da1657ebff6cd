package io.github.videotasks.contract.gradle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Resolution of dependencies by Gradle's rules: the newest of all requested versions wins, also of
 * those that constraints name; a module is left out only if every path to it excludes it.
 */
final class GradleResolution {
  private final GradleComponent.Source source;
  private SortedMap<String, String> selected = new TreeMap<>();
  private final SortedMap<String, SortedSet<ComparableVersion>> requested = new TreeMap<>();
  private final SortedMap<String, GradleComponent> reached = new TreeMap<>();
  private final Set<String> visited = new HashSet<>();

  private GradleResolution(GradleComponent.Source source) {
    this.source = source;
  }

  /**
   * Returns the names of the jars on the runtime class path, sorted.
   *
   * @throws IllegalStateException if a module has no version
   */
  static List<String> jars(GradleComponent.Source source, List<GradleEdge> declared) {
    GradleResolution resolution = new GradleResolution(source);
    while (resolution.selectVersions(declared)) {}
    List<String> jars = new ArrayList<>();
    resolution.reached.values().forEach(it -> jars.addAll(it.files()));
    return jars.stream().sorted().toList();
  }

  /** Walks the graph with the versions selected so far. Returns whether another walk is needed. */
  private boolean selectVersions(List<GradleEdge> declared) {
    requested.clear();
    reached.clear();
    visited.clear();
    declared.forEach(edge -> visit(edge, Set.of()));
    SortedMap<String, String> newest = new TreeMap<>();
    requested.forEach((module, versions) -> newest.put(module, versions.last().toString()));
    boolean changed = !newest.equals(selected);
    selected = newest;
    return changed;
  }

  private void visit(GradleEdge edge, Set<String> excludes) {
    if (edge.isExcludedBy(excludes)) {
      return;
    }
    String version = edge.version();
    if (version != null) {
      requested
          .computeIfAbsent(edge.module(), it -> new TreeSet<>())
          .add(new ComparableVersion(version));
    }
    if (edge.kind() != GradleEdge.Kind.CONSTRAINT) {
      descend(edge, excludes);
    }
  }

  private void descend(GradleEdge edge, Set<String> excludes) {
    String version = newest(edge.module());
    if (version == null && selected.isEmpty()) {
      return; // A constraint that was not visited yet may name it: next walk.
    }
    if (version == null) {
      throw new IllegalStateException(
          "expected a version of " + edge.module() + ", found none; the platform must manage it");
    }
    Set<String> below = new HashSet<>(excludes);
    below.addAll(edge.excludes());
    if (visited.add(edge.kind() + edge.module() + new TreeSet<>(below))) {
      GradleComponent component =
          edge.kind() == GradleEdge.Kind.PLATFORM
              ? source.platform(edge.module(), version)
              : source.library(edge.module(), version);
      if (edge.kind() == GradleEdge.Kind.DEPENDENCY) {
        reached.put(edge.module(), component);
      }
      component.edges().forEach(it -> visit(it, below));
    }
  }

  /** Returns the version selected in the last walk, or a newer one that this walk has met. */
  private @Nullable String newest(String module) {
    SortedSet<ComparableVersion> versions =
        new TreeSet<>(requested.getOrDefault(module, new TreeSet<>()));
    if (selected.containsKey(module)) {
      versions.add(new ComparableVersion(selected.get(module)));
    }
    return versions.isEmpty() ? null : versions.last().toString();
  }
}
