package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.NestedMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks what {@code mvn -Prelease verify} deployed. */
class ReleaseRepositoryIT {
  /** Every released file; accepted with {@code -Dspec.accept}. */
  private static final Path LISTING = Path.of("src/test/released-files.txt");

  private static List<ReleasedArtifact> artifacts = List.of();

  @BeforeAll
  static void read() throws IOException {
    artifacts = ReleasedArtifact.readAll(ReleaseRepository.assumeDeployed());
  }

  @Test
  void containsListedFiles() throws IOException {
    String listing =
        artifacts.stream()
            .map(it -> it.artifactId() + "\n  " + String.join("\n  ", it.suffixes()) + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(LISTING, listing);
    }

    assertThat(listing)
        .as(LISTING + "; accept with: mvn -Prelease verify -Dspec.accept")
        .isEqualTo(Files.readString(LISTING));
  }

  @Test
  void hasOneVersion() {
    assertThat(artifacts)
        .extracting(ReleasedArtifact::version)
        .containsOnly(NestedMaven.setting("version"));
  }

  /** Maven copies the metadata of the folder there; the profile deletes them. */
  @Test
  void leavesNoMetadataInTheLocalRepository() {
    Path ours = Path.of(NestedMaven.setting("local.repository"), "io/github/videotasks");

    assertThat(artifacts)
        .extracting(it -> ours.resolve(it.artifactId()))
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("maven-metadata-release-repository.xml")).doesNotExist());
  }

  /** Prints what only the publisher can provide. */
  @Test
  void meetsRulesOfMavenCentral() throws IOException {
    List<CentralFinding> findings = new ArrayList<>();
    for (ReleasedArtifact artifact : artifacts) {
      findings.addAll(CentralRules.check(artifact));
    }

    System.out.println("Maven Central, open until the publisher provides it:");
    findings.stream()
        .filter(CentralFinding::open)
        .map(CentralFinding::message)
        .map(it -> it.replaceFirst("found \\d+ of \\d+ files", "found files"))
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(it -> System.out.println("  " + it));
    assertThat(findings).filteredOn(it -> !it.open()).isEmpty();
  }
}
