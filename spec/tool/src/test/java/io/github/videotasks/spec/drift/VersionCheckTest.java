package io.github.videotasks.spec.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.write.CanonicalYaml;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionCheckTest {
  private static final String ACCEPT =
      "Accept, which sets the version and adds the entry of CHANGELOG.md: mvn -pl spec/tool"
          + " process-classes -Dspec.accept";

  @TempDir Path folder;
  private byte[] released = new byte[0];

  @BeforeEach
  void release() throws IOException {
    released = contract("1.0.0", "string");
    Files.createDirectories(folder.resolve("released"));
    Files.write(folder.resolve("released/openapi.yaml"), released);
    writeChangelogEntry("1.0.0", released);
  }

  @Test
  void passesWithoutChanges() throws IOException {
    assertThat(problem(released)).isNull();
  }

  @Test
  void failsWhenContractChangesWithoutVersionBump() throws IOException {
    assertThat(problem(contract("1.0.0", "integer")))
        .isEqualTo(
            "canonical/openapi.yaml:4: expected info.version 2.0.0 or higher, because the contract"
                + " changed since the release of 1.0.0 (released/openapi.yaml:4), found 1.0.0. "
                + ACCEPT);
  }

  @Test
  void failsWhenVersionBumpIsTooSmall() throws IOException {
    assertThat(problem(contract("1.1.0", "integer")))
        .startsWith("canonical/openapi.yaml:4: expected info.version 2.0.0 or higher")
        .contains("found 1.1.0. ");
  }

  @Test
  void namesCorrectionThatSetsVersion() throws IOException {
    Files.createDirectories(folder.resolve("corrections"));
    Files.writeString(
        folder.resolve("corrections/010-names.overlay.yaml"),
        """
        overlay: 1.0.0
        actions:
          - target: $.info
            update:
              title: T
              version: 1.1.0
        """);
    assertThat(problem(contract("1.1.0", "integer")))
        .startsWith("corrections/010-names.overlay.yaml:6: expected info.version 2.0.0");
  }

  @Test
  void failsWithoutChangelogEntry() throws IOException {
    byte[] contract = contract("2.0.0", "integer");
    assertThat(problem(contract))
        .isEqualTo(
            "CHANGELOG.md:3: expected the newest entry to have version 2.0.0 and SHA-256 "
                + Sha256.hex(contract)
                + ", found 1.0.0 "
                + Sha256.hex(released)
                + ". "
                + ACCEPT);
  }

  @Test
  void failsWhenContractChangesAfterEntry() throws IOException {
    writeChangelogEntry("2.0.0", contract("2.0.0", "integer"));
    assertThat(problem(contract("2.0.0", "boolean"))).startsWith("CHANGELOG.md:3: expected");
  }

  @Test
  void passesWithMatchingChangelogEntry() throws IOException {
    byte[] contract = contract("2.0.0", "integer");
    writeChangelogEntry("2.0.0", contract);
    assertThat(problem(contract)).isNull();
  }

  @Test
  void reportsEmptyChangelog() throws IOException {
    Files.writeString(folder.resolve("CHANGELOG.md"), "# Changes\n");
    assertThat(problem(released)).startsWith("CHANGELOG.md:1: ").contains(", found none. ");
  }

  @Test
  void passesWhenNothingWasReleased() throws IOException {
    Files.delete(folder.resolve("released/openapi.yaml"));
    assertThat(problem(contract("1.0.0", "integer"))).isNull();
  }

  /**
   * The proposed SHA-256 is computed from the contract serialized again with the next version, so
   * serialization must be reproducible.
   */
  @Test
  void serializesContractToSameBytes() throws IOException {
    byte[] canonical = Files.readAllBytes(Path.of("../canonical/openapi.yaml"));
    String text = new String(canonical, UTF_8);
    JsonNode tree = new YamlReader(YamlLimits.DEFAULT).read(text, "openapi.yaml", 1).get(0).root();
    assertThat(new String(CanonicalYaml.serialize((ObjectNode) tree), UTF_8)).isEqualTo(text);
  }

  @Test
  void passesForCommittedContract() throws IOException {
    byte[] contract = Files.readAllBytes(Path.of("../canonical/openapi.yaml"));
    assertThat(new VersionCheck(Path.of("..")).findProblem(contract)).isNull();
  }

  private @Nullable String problem(byte[] contract) throws IOException {
    return new VersionCheck(folder).findProblem(contract);
  }

  private void writeChangelogEntry(String version, byte[] contract) throws IOException {
    String text = "# Changes\n\n## %s\n\n`openapi.yaml`: SHA-256 `%s`\n\n## 0.9.0\n";
    Files.writeString(
        folder.resolve("CHANGELOG.md"), text.formatted(version, Sha256.hex(contract)));
  }

  private static byte[] contract(String version, String type) throws IOException {
    String text =
        """
        openapi: 3.0.3
        info: {title: T, version: "%s"}
        paths:
          /a:
            get:
              responses:
                "200":
                  description: fine
                  content:
                    application/json:
                      schema: {type: object, properties: {n: {type: %s}}}
        """;
    ObjectNode tree =
        (ObjectNode)
            Objects.requireNonNull(new YAMLMapper().readTree(text.formatted(version, type)));
    return CanonicalYaml.serialize(tree);
  }
}
