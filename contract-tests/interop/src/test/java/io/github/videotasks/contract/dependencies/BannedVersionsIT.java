package io.github.videotasks.contract.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build fails for a dependency with a known flaw and names the flaw. */
class BannedVersionsIT {
  private static final Path RULES =
      RepositoryLayout.find().root().resolve(".mvn/enforcer-rules.xml");

  private static NestedBuildResult build(String protobufVersion) {
    return NestedMaven.in(Path.of("target/banned"))
        .run(
            Path.of("src/test/banned/pom.xml"),
            Map.of(
                "rules.file", RULES.toString(),
                "protobuf.version", protobufVersion,
                "enforcer.version", NestedMaven.setting("enforcer.version")),
            "enforcer:enforce");
  }

  @Test
  void rejectsVersionWithKnownFlaw() {
    NestedBuildResult build = build("4.26.1");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.log())
        .contains("CVE-2024-7254", "com.google.protobuf:protobuf-java:jar:4.26.1 <--- banned");
  }

  /** The control: the same project with the version that the verifier has. */
  @Test
  void acceptsVersionInUse() {
    NestedBuildResult build = build(NestedMaven.setting("protobuf.version"));

    assertThat(build.exitCode()).as(build.log()).isZero();
  }

  @Test
  void everyBannedVersionHasReason() throws IOException {
    List<String> bans =
        Pattern.compile("(?s)<bannedDependencies>.*?</bannedDependencies>")
            .matcher(Files.readString(RULES))
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(bans)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            ban ->
                assertThat(ban)
                    .containsPattern("<message>.*(CVE-\\d{4}-\\d{4,}|DECISIONS\\.md).*</message>"));
  }
}
