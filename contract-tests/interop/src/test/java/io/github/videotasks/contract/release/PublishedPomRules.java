package io.github.videotasks.contract.release;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Scm;
import org.jspecify.annotations.Nullable;

/**
 * The requirements of Maven Central for a POM, and our own: it needs no other POM of ours and
 * contains no property that only our build defines.
 */
final class PublishedPomRules {
  private static final String NAMESPACE = "io.github.videotasks";

  private final ReleasedArtifact artifact;
  private final List<CentralFinding> findings = new ArrayList<>();

  private PublishedPomRules(ReleasedArtifact artifact) {
    this.artifact = artifact;
  }

  /** Returns what is missing or wrong in the POM. */
  static List<CentralFinding> check(ReleasedArtifact artifact, Model pom) {
    PublishedPomRules rules = new PublishedPomRules(artifact);
    rules.checkCoordinates(pom);
    rules.checkDescription(pom);
    rules.checkDependencies(pom);
    return rules.findings;
  }

  private void checkCoordinates(Model pom) {
    if (!NAMESPACE.equals(artifact.groupId())) {
      report("expected the group " + NAMESPACE + ", found " + artifact.groupId());
    }
    String found = pom.getGroupId() + ":" + pom.getArtifactId() + ":" + pom.getVersion();
    String expected = artifact.groupId() + ":" + artifact.artifactId() + ":" + artifact.version();
    if (!found.equals(expected)) {
      report("expected a POM of " + expected + ", found " + found);
    }
    if (pom.getParent() != null) {
      report("expected a flattened POM, found the parent " + pom.getParent().getArtifactId());
    }
  }

  private void checkDescription(Model pom) {
    requireText("name", pom.getName());
    requireText("description", pom.getDescription());
    requireText("url", pom.getUrl());
    Scm scm = pom.getScm() == null ? new Scm() : pom.getScm();
    requireText("scm.connection", scm.getConnection());
    requireText("scm.developerConnection", scm.getDeveloperConnection());
    requireText("scm.url", scm.getUrl());
    if (pom.getLicenses().isEmpty() || pom.getDevelopers().isEmpty()) {
      report("expected a licence and a developer, found none");
    }
    pom.getLicenses()
        .forEach(
            it -> {
              requireText("license.name", it.getName());
              requireText("license.url", it.getUrl());
            });
    pom.getDevelopers().forEach(it -> requireText("developer.name", it.getName()));
  }

  private void checkDependencies(Model pom) {
    if (!pom.getRepositories().isEmpty() || !pom.getPluginRepositories().isEmpty()) {
      report("expected no repository in the POM, found one");
    }
    pom.getDependencies().forEach(this::checkDependency);
    if (pom.getDependencyManagement() != null) {
      pom.getDependencyManagement().getDependencies().forEach(this::checkDependency);
    }
  }

  private void checkDependency(Dependency dependency) {
    String version = dependency.getVersion();
    boolean ours = NAMESPACE.equals(dependency.getGroupId());
    if (version == null
        || version.contains("${")
        || (ours && !version.equals(artifact.version()))
        || (!ours && version.endsWith("-SNAPSHOT"))) {
      report(
          "expected a released version of " + dependency.getManagementKey() + ", found " + version);
    }
    if ("test".equals(dependency.getScope()) || "system".equals(dependency.getScope())) {
      report(
          "expected dependencies of consumers only, found "
              + dependency.getManagementKey()
              + " in the scope "
              + dependency.getScope());
    }
  }

  private void requireText(String element, @Nullable String value) {
    if (value == null || value.isBlank()) {
      report("expected <" + element + "> in the POM, found none");
    } else if (value.contains("${release.")) {
      findings.add(
          new CentralFinding(
              true,
              artifact.artifactId(),
              "expected <" + element + "> in the POM, found " + value + "; pass it with -D"));
    } else if (value.contains("${")) {
      report("expected <" + element + "> in the POM, found " + value);
    }
  }

  private void report(String message) {
    findings.add(new CentralFinding(false, artifact.artifactId(), message));
  }
}
