package io.github.videotasks.contract.gradle;

import java.util.List;

/**
 * The variant of a module that a JVM application runs with, or a BOM.
 *
 * @param edges its dependencies and constraints
 * @param files names of its jars
 */
record GradleComponent(List<GradleEdge> edges, List<String> files) {

  /** Source of components, by module and version. */
  interface Source {
    GradleComponent library(String module, String version);

    GradleComponent platform(String module, String version);
  }
}
