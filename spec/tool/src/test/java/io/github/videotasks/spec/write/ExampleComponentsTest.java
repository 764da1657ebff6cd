package io.github.videotasks.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.JsonNodes;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages' examples in the contract. */
class ExampleComponentsTest {
  @TempDir Path folder;
  private TestPages pages;

  @BeforeEach
  void createPages() throws IOException {
    pages = TestPages.in(folder);
  }

  @Test
  void namesExamplesByProviderNumberAndStatus() throws IOException {
    pages.addGetPage("a b.md", "/a", "examples:\n" + example("x", "done") + example("y", "'*/'"));
    JsonNode contract = pages.contract();
    assertThat(contract.at("/components/examples").fieldNames())
        .toIterable()
        .containsExactly("a-b-1-done", "a-b-2");
    assertThat(contract.at("/paths/~1a/get/responses/200/content/application~1json/examples"))
        .hasToString(
            "{\"a-b-1-done\":{\"$ref\":\"#/components/examples/a-b-1-done\"},"
                + "\"a-b-2\":{\"$ref\":\"#/components/examples/a-b-2\"}}");
    assertThat(contract.at("/components/examples/a-b-1-done/x-source").asText())
        .isEqualTo("pages/a b.md:18");
  }

  @Test
  void keepsDigitsKeysAndTexts() throws IOException {
    String value =
        "{\"big\":12345678901234567890123,\"float\":1.50,\"power\":1e5,\"y\":null,\"\":\"\","
            + "\"1\":\"1\",\"text\":\"null\",\"lines\":\"a\\n  b\\n\\n\",\"quote\":\"'\\\"# :\"}";
    DerivationResult derived = pages.addGetPage("a.md", "/a", "example: " + value + "\n").derive();
    JsonNode written =
        new YamlReader(YamlLimits.DEFAULT)
            .read(TestPages.text(derived, "openapi.yaml"), "openapi.yaml", 1)
            .get(0)
            .root()
            .at("/components/examples/a-1/value");
    assertThat(JsonNodes.compact(written)).isEqualTo(value);
  }

  @Test
  void resolvesInSwaggerParser() throws IOException {
    pages.addGetPage("a.md", "/a", "example:\n  status: done\n");
    String yaml = TestPages.text(pages.derive(), "openapi.yaml");
    Map<String, Example> examples =
        new OpenAPIV3Parser().readContents(yaml).getOpenAPI().getComponents().getExamples();
    assertThat(examples.values())
        .singleElement()
        .extracting(Example::getValue)
        .hasToString("{\"status\":\"done\"}");
  }

  @Test
  void leavesExampleToItsFileThatNotEveryParserReads() throws IOException {
    String deep = "{\"a\": ".repeat(40) + "1" + "}".repeat(40);
    DerivationResult derived =
        pages
            .addGetPage("deep.md", "/a", "example: " + deep + "\n")
            .addGetPage("long.md", "/b", "example:\n  a: " + "x".repeat(100_001) + "\n")
            .addGetPage("lines.md", "/c", "example:\n  a: \"x\\u2028y\"\n")
            .derive();
    assertThat(TestPages.findings(derived, "example-file-only"))
        .containsExactly(
            "pages/deep.md:17: [example-file-only] expected an example of at most 30 levels of"
                + " nesting, found more. Left out of openapi.yaml; examples/ has it.",
            "pages/lines.md:17: [example-file-only] expected an example of no Unicode line"
                + " separator, found one. Left out of openapi.yaml; examples/ has it.",
            "pages/long.md:17: [example-file-only] expected an example of at most 100000"
                + " characters, found 100009. Left out of openapi.yaml; examples/ has it.");
    assertThat(TestPages.contract(derived).path("components").has("examples")).isFalse();
    assertThat(derived.files()).containsKey("examples/long/1.json");
  }

  @Test
  void reportsChangedExampleAsTextWithoutItsValue() throws IOException {
    Map<String, byte[]> before =
        pages.addGetPage("a.md", "/a", "example:\n  url: a\n").derive().files();
    Map<String, byte[]> after =
        pages.addGetPage("a.md", "/a", "example:\n  url: b\n").derive().files();
    assertThat(
            DerivedFilesDiff.between(
                Map.of("openapi.yaml", before.get("openapi.yaml")),
                Map.of("openapi.yaml", after.get("openapi.yaml"))))
        .extracting(
            change -> change.impact() + " " + change.location() + " " + change.description())
        .containsExactly("NONE GET /a 200 application/json examples changed");
  }

  private static String example(String name, String status) {
    return "  " + name + ":\n    value:\n      status: " + status + "\n";
  }
}
