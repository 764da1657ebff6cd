package io.github.videotasks.contract.gradle;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;

/**
 * Published modules as Gradle reads them: a module file if the POM says that there is one, else the
 * POM. Maven downloads no module files, so what is missing is collected and then fetched at once.
 */
final class PublishedModules implements GradleComponent.Source {
  private static final String MODULE_FILE_MARKER = "published-with-gradle-metadata";
  private static final Set<String> RUNTIME_SCOPES = Set.of("compile", "runtime");
  private static final GradleComponent UNKNOWN = new GradleComponent(List.of(), List.of());

  private final NestedMaven maven;
  private final EffectivePoms poms;

  /** Coordinates of artifacts for the dependency plugin, as {@code group:name:version:type}. */
  private final Set<String> missing = new TreeSet<>();

  PublishedModules(NestedMaven maven) {
    this.maven = maven;
    this.poms = new EffectivePoms(maven.repository());
  }

  @Override
  public GradleComponent library(String module, String version) {
    Path pom = poms.file(module, version, "pom");
    if (!Files.exists(pom)) {
      missing.add(module + ":" + version + ":pom");
      return UNKNOWN;
    }
    try {
      if (!Files.readString(pom).contains(MODULE_FILE_MARKER)) {
        return fromPom(poms.read(module, version));
      }
      Path file = poms.file(module, version, "module");
      if (!Files.exists(file)) {
        missing.add(module + ":" + version + ":module");
        return UNKNOWN;
      }
      return ModuleMetadata.runtimeVariant(new JsonMapper().readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("expected the metadata of " + module + ":" + version, e);
    }
  }

  @Override
  public GradleComponent platform(String module, String version) {
    Model bom = poms.read(module, version);
    return new GradleComponent(
        bom.getDependencyManagement().getDependencies().stream()
            .map(it -> GradleEdge.constraint(name(it), it.getVersion()))
            .toList(),
        List.of());
  }

  /** Downloads what was missing. Returns whether anything was. */
  boolean fetchMissing(Path work) throws IOException {
    if (missing.isEmpty()) {
      return false;
    }
    Path pom = Files.createDirectories(work).resolve("pom.xml").toAbsolutePath();
    Files.writeString(pom, fetchingPom());
    NestedBuildResult build =
        maven.run(
            pom,
            Map.of("outputDirectory", work.resolve("copies").toAbsolutePath().toString()),
            "org.apache.maven.plugins:maven-dependency-plugin:"
                + NestedMaven.setting("dependency-plugin.version")
                + ":copy");
    if (build.exitCode() != 0) {
      throw new IOException("expected to download " + missing + ", found:\n" + build.log());
    }
    missing.clear();
    return true;
  }

  private String fetchingPom() {
    String items =
        missing.stream()
            .map(it -> it.split(":", -1))
            .map(
                it ->
                    "<artifactItem><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><type>%s</type></artifactItem>"
                        .formatted((Object[]) it))
            .collect(Collectors.joining("\n"));
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
      <groupId>org.example</groupId>
      <artifactId>module-files</artifactId>
      <version>1</version>
      <packaging>pom</packaging>
      <build><plugins><plugin>
        <artifactId>maven-dependency-plugin</artifactId>
        <configuration><artifactItems>%s</artifactItems></configuration>
      </plugin></plugins></build>
    </project>
    """
        .formatted(items);
  }

  private static GradleComponent fromPom(Model pom) {
    List<GradleEdge> edges = new ArrayList<>();
    for (Dependency dependency : pom.getDependencies()) {
      String scope = dependency.getScope() == null ? "compile" : dependency.getScope();
      if (RUNTIME_SCOPES.contains(scope) && !dependency.isOptional()) {
        String[] excludes =
            dependency.getExclusions().stream()
                .map(it -> it.getGroupId() + ":" + it.getArtifactId())
                .toArray(String[]::new);
        edges.add(GradleEdge.dependency(name(dependency), dependency.getVersion(), excludes));
      }
    }
    String jar = pom.getArtifactId() + "-" + pom.getVersion() + ".jar";
    return new GradleComponent(edges, pom.getPackaging().equals("pom") ? List.of() : List.of(jar));
  }

  private static String name(Dependency dependency) {
    return dependency.getGroupId() + ":" + dependency.getArtifactId();
  }
}
