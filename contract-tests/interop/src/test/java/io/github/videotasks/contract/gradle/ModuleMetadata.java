package io.github.videotasks.contract.gradle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file with Gradle Module Metadata. A multiplatform library has a variant for each platform, of
 * which the one for the JVM may only name another module.
 */
final class ModuleMetadata {
  private static final int JAVA_VERSION = 17;

  private ModuleMetadata() {}

  /**
   * Returns the variant for the runtime of an application on the JVM.
   *
   * @throws IllegalStateException unless exactly one variant fits
   */
  static GradleComponent runtimeVariant(JsonNode module) {
    JsonNode variant = select(module);
    List<GradleEdge> edges = new ArrayList<>();
    variant.path("dependencies").forEach(it -> edges.add(edge(it, false)));
    variant.path("dependencyConstraints").forEach(it -> edges.add(edge(it, true)));
    List<String> files = new ArrayList<>();
    variant.path("files").forEach(it -> files.add(it.path("name").asText()));
    JsonNode elsewhere = variant.path("available-at");
    if (!elsewhere.isMissingNode()) {
      edges.add(GradleEdge.dependency(moduleName(elsewhere), elsewhere.path("version").asText()));
    }
    return new GradleComponent(edges, files);
  }

  private static JsonNode select(JsonNode module) {
    List<JsonNode> variants = new ArrayList<>();
    module.path("variants").forEach(variants::add);
    variants.removeIf(it -> !attribute(it, "org.gradle.usage").equals("java-runtime"));
    variants.removeIf(it -> !attribute(it, "org.gradle.category").matches("|library"));
    variants.removeIf(it -> javaVersion(it) > JAVA_VERSION);
    prefer(variants, it -> attribute(it, "org.gradle.jvm.environment").equals("standard-jvm"));
    int newest = variants.stream().mapToInt(ModuleMetadata::javaVersion).max().orElse(0);
    prefer(variants, it -> javaVersion(it) == newest);
    if (variants.size() != 1) {
      throw new IllegalStateException(
          "expected one variant of %s for the JVM, found %s"
              .formatted(
                  module.at("/component/module").asText(),
                  variants.stream().map(it -> it.path("name").asText()).toList()));
    }
    return variants.get(0);
  }

  private static void prefer(List<JsonNode> variants, Predicate<JsonNode> preferred) {
    if (variants.stream().anyMatch(preferred)) {
      variants.removeIf(preferred.negate());
    }
  }

  private static GradleEdge edge(JsonNode dependency, boolean constraint) {
    boolean platform = attribute(dependency, "org.gradle.category").endsWith("platform");
    GradleEdge.Kind other = platform ? GradleEdge.Kind.PLATFORM : GradleEdge.Kind.DEPENDENCY;
    Set<String> excludes = new HashSet<>();
    dependency.path("excludes").forEach(it -> excludes.add(moduleName(it)));
    return new GradleEdge(
        moduleName(dependency),
        version(dependency.path("version")),
        constraint ? GradleEdge.Kind.CONSTRAINT : other,
        excludes);
  }

  private static @Nullable String version(JsonNode rich) {
    for (String key : List.of("strictly", "requires", "prefers")) {
      if (rich.has(key)) {
        return rich.path(key).asText();
      }
    }
    return null;
  }

  private static String moduleName(JsonNode node) {
    return node.path("group").asText() + ":" + node.path("module").asText();
  }

  private static int javaVersion(JsonNode variant) {
    return variant.path("attributes").path("org.gradle.jvm.version").asInt(0);
  }

  private static String attribute(JsonNode node, String name) {
    return node.path("attributes").path(name).asText("");
  }
}
