package io.github.videotasks.spec.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regression tests with inputs that a fuzz run found or is likely to find first. */
class PageReaderFuzzTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000",
        "*a",
        "&a [*a]",
        "? [a]\n: b",
        "<<: *a",
        "--- \n--- ",
        "%YAML 1.3\n---\na",
        "paths: []",
        "paths: {/a: {get: []}}",
        "paths: {/a: 1}",
        "components: []",
        "components: {securitySchemes: [1]}",
        "security: {a: b}",
        "servers: [1, null]",
        "paths: {/a: {get: {responses: [1], parameters: {a: 1}, tags: 5, security: [1]}}}",
        "a: !!int x",
        "a: !!float x",
        "a: !!bool x",
        "a: 0x",
        "a: 0o",
        "info: 1",
        "paths: {/a: {parameters: 1, get: {responses: {'200': {content: 1}}}}}"
      })
  void neverThrows(String yaml) {
    assertThatCode(() -> PageReaderFuzz.fuzzerTestOneInput(yaml.getBytes(UTF_8)))
        .doesNotThrowAnyException();
  }

  @Test
  void readsBundledPage() throws IOException {
    byte[] page = Files.readAllBytes(Path.of("../pages/jxincm-sora.md"));
    assertThatCode(() -> PageReaderFuzz.fuzzerTestOneInput(page)).doesNotThrowAnyException();
  }
}
