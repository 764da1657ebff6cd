package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactDriftTest {

  @TempDir private Path committed;

  @Test
  void reportsFirstDifferingLine() throws IOException {
    Files.writeString(committed.resolve("a.json"), "{\n  \"x\": 1\n}\n");

    assertThat(new PactDrift(committed, Map.of("a.json", "{\n  \"x\": 2\n}\n")).differences())
        .containsExactly("a.json:2: committed '\"x\": 1', generated '\"x\": 2'");
  }

  @Test
  void reportsMissingAndExtraFiles() throws IOException {
    Files.writeString(committed.resolve("gone.json"), "{}\n");

    assertThat(new PactDrift(committed, Map.of("new.json", "{}\n")).differences())
        .containsExactly(
            "gone.json: committed, but no longer generated for a client and provider",
            "new.json: generated, but not committed");
  }

  @Test
  void acceptRemovesAllDifferences() throws IOException {
    Files.writeString(committed.resolve("gone.json"), "{}\n");
    PactDrift drift = new PactDrift(committed, Map.of("new.json", "{}\n"));

    drift.accept();

    assertThat(drift.differences()).isEmpty();
    assertThat(committed.resolve("gone.json")).doesNotExist();
  }

  @Test
  void acceptThrowsWithoutGeneratedPacts() throws IOException {
    Files.writeString(committed.resolve("kept.json"), "{}\n");

    assertThatThrownBy(() -> new PactDrift(committed, Map.of()).accept())
        .hasMessage(
            "expected generated pacts, found none. Run the consumer tests first: mvn verify"
                + " -Dspec.accept");
    assertThat(committed.resolve("kept.json")).exists();
  }

  @Test
  void normalizationIgnoresInteractionOrder() {
    String first = "{\"interactions\": [{\"description\": \"b\"}, {\"description\": \"a\"}]}";
    String second = "{\"interactions\": [{\"description\": \"a\"}, {\"description\": \"b\"}]}";

    assertThat(NormalizedPacts.normalize(first)).isEqualTo(NormalizedPacts.normalize(second));
  }
}
