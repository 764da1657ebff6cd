package io.github.videotasks.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builder for a temporary module folder with pages and corrections. */
public final class TestPages {
  private final Path folder;

  private TestPages(Path folder) {
    this.folder = folder;
  }

  public static TestPages in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    Files.createDirectories(folder.resolve("corrections"));
    return new TestPages(folder);
  }

  /** Writes a Markdown page with the YAML as its only fenced block. */
  public TestPages addPage(String name, String yaml) throws IOException {
    return addFile("pages/" + name, "# A page\n\n```yaml\n" + yaml + "```\n");
  }

  /**
   * Writes a page with one GET operation.
   *
   * @param media the schema and examples of its 200 response, in YAML
   */
  public TestPages addGetPage(String name, String path, String media) throws IOException {
    return addPage(name, getDocument(path, media));
  }

  public static String getDocument(String path, String media) {
    return """
    openapi: 3.0.1
    info:
      title: Test
      version: 1.0.0
    paths:
      %s:
        get:
          operationId: op
          responses:
            '200':
              description: fine
              content:
                application/json:
    """
            .formatted(path)
        + media.indent(14);
  }

  public TestPages addCorrection(String name, String actions) throws IOException {
    return addFile(
        "corrections/" + name + ".overlay.yaml",
        "overlay: 1.0.0\nx-why: a test\nx-evidence: a test\nactions:\n" + actions);
  }

  public TestPages addFile(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  public Path folder() {
    return folder;
  }

  public DerivationResult derive() throws IOException {
    return Derivation.derive(SourcePaths.of(folder));
  }

  /** Derives the contract and returns it. */
  public JsonNode contract() throws IOException {
    return contract(derive());
  }

  public static JsonNode contract(DerivationResult derived) throws IOException {
    return new YAMLMapper().readTree(derived.files().get("openapi.yaml"));
  }

  public static JsonNode json(DerivationResult derived, String file) throws IOException {
    return JsonMapper.builder().build().readTree(derived.files().get(file));
  }

  public static String text(DerivationResult derived, String file) {
    return new String(derived.files().get(file), UTF_8);
  }

  /**
   * Returns the findings of one rule, as text without JSON pointers: the pages of tests have many
   * keys on one line. FindingLocationTest tests the pointers.
   */
  public static List<String> findings(DerivationResult derived, String rule) {
    return derived.findings().stream()
        .filter(f -> f.rule().equals(rule))
        .map(finding -> withoutPointers(finding.toString()))
        .toList();
  }

  /** Returns a text without the JSON pointers of its locations. */
  public static String withoutPointers(String text) {
    return text.replaceAll("(\\d)#/[^\\s,)]*?(?=[.:;]?(?:[\\s,)]|$))", "$1");
  }
}
