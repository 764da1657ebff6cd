package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile pages are refused with one finding. The limits count bytes, levels and values; the
 * timeout only ends a test that never returns.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePageTest {
  @TempDir Path folder;

  @Test
  void rejectsAliasBomb() throws IOException {
    StringBuilder yaml = new StringBuilder("openapi: 3.0.1\na: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'i'; c++) {
      String item = "*" + (char) (c - 1);
      yaml.append(c + ": &" + c + " [" + (item + ",").repeat(8) + item + "]\n");
    }
    assertThat(rejection(yaml.toString()))
        .isEqualTo(
            "pages/acme.md:10: [too-large] expected at most 500000 values once aliases are"
                + " expanded, found more. Split the document, or write fewer aliases.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: "})
  void rejectsDeepNesting(String open) throws IOException {
    assertThat(rejection("openapi: " + open.repeat(100_000) + "\n"))
        .isEqualTo(
            "pages/acme.md:4: [too-deep] expected at most 100 levels of nesting, found more."
                + " Flatten the document.");
  }

  @Test
  void rejectsTooLargePage() throws IOException {
    assertThat(rejection("openapi: 3.0.1\nx: " + "y".repeat(50 << 20) + "\n"))
        .isEqualTo(
            "pages/acme.md: [too-large] expected at most 8388608 bytes, found 52428841. Split the"
                + " page.");
  }

  @Test
  void rejectsDuplicateKeys() throws IOException {
    assertThat(rejection("openapi: 3.0.1\ninfo: {}\ninfo: {}\n"))
        .isEqualTo(
            "pages/acme.md:6: [duplicate-key] expected each key once in an object, found 'info'"
                + " twice, first in line 5. Keep one of the two.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/a",
        "file:///etc/passwd",
        "../a.yaml#/a",
        "other.yaml",
        "#anchor"
      })
  void rejectsExternalReferences(String ref) throws IOException {
    String yaml = TestPages.getDocument("/v1/tasks", "schema:\n  $ref: '" + ref + "'\n");
    assertThat(rejection(yaml))
        .isEqualTo(
            "pages/acme.md:18: [foreign-ref] expected a $ref within the document (#/...), found '"
                + ref
                + "'. Copy the referenced object into the document's components.");
  }

  @Test
  void rejectsJavaTags() throws IOException {
    assertThat(rejection("openapi: 3.0.1\nx: !!javax.script.ScriptEngineManager [a]\n"))
        .isEqualTo(
            "pages/acme.md:5: [odd-tag] expected plain data, found the YAML tag"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager. Remove the tag.");
  }

  @Test
  void rejectsInvalidUtf8() throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    Files.write(folder.resolve("pages/acme.md"), new byte[] {(byte) 0xC3, (byte) 0x28});
    assertThat(TestPages.in(folder).derive().rejections())
        .extracting(Finding::toString)
        .containsExactly(
            "pages/acme.md: [not-utf8] expected UTF-8 text, found other bytes. Save the page as"
                + " UTF-8.");
  }

  private String rejection(String yaml) throws IOException {
    TestPages pages = TestPages.in(folder).addPage("acme.md", yaml);
    DerivationResult derived = pages.derive();
    assertThat(derived.rejections()).hasSize(1);
    return derived.rejections().get(0).toString();
  }
}
