package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.PageFolder;
import io.github.videotasks.spec.page.ProviderRegistry;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where findings are: file and line, with a JSON pointer on a line that has several nodes. */
class FindingLocationTest {
  @TempDir Path folder;

  static Stream<Path> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/test/scenarios"))) {
      return Stream.concat(
          Stream.of(Path.of("..")), folders.filter(Files::isDirectory).sorted().toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void citesNoLineAgainstItself(Path scenario) throws IOException {
    assertThat(selfCitations(Derivation.derive(SourcePaths.of(scenario)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void citesNoNodeOfOneLineDocumentAgainstItself(Path scenario) throws IOException {
    DerivationResult derived = onOneLine(scenario).derive();
    assertThat(selfCitations(derived)).isEmpty();
    assertThat(derived.findings())
        .filteredOn(f -> f.location().line() == 1 && f.location().file().endsWith(".json"))
        .allSatisfy(
            f ->
                assertThat(f.location().pointer().isEmpty())
                    .as(f.toString())
                    .isEqualTo(isAboutDocument(f)));
  }

  @Test
  void addsPointerOnlyWhereLineHasSeveralNodes() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addGetPage(
                "a.md",
                "/a",
                """
                schema:
                  type: object
                  properties:
                    b: {type: string, x-b: 1}
                    c:
                      type: string
                      x-c: 1
                """)
            .derive();
    assertThat(derived.findings())
        .filteredOn(finding -> finding.rule().equals("vendor-extension"))
        .map(Finding::toString)
        .containsExactly(
            "pages/a.md:20#/paths/~1a/get/responses/200/content/application~1json/schema/properties/b/x-b:"
                + " [vendor-extension] found the vendor extension 'x-b'. Removed.",
            "pages/a.md:23: [vendor-extension] found the vendor extension 'x-c'. Removed.");
  }

  @Test
  void saysHereForExampleThatTwoOperationsShare() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addPage(
                "a.md",
                """
                openapi: 3.0.3
                info: {title: T, version: 1.0.0}
                paths:
                  /a:
                    get: {responses: {'200': {$ref: '#/components/responses/R'}}}
                  /b:
                    get: {responses: {'200': {$ref: '#/components/responses/R'}}}
                components:
                  responses:
                    R:
                      description: fine
                      content:
                        application/json:
                          example: {id: a}
                """)
            .derive();
    assertThat(TestPages.findings(derived, "equal-examples")).isEmpty();
  }

  private static List<String> selfCitations(DerivationResult derived) {
    return derived.findings().stream()
        .filter(f -> !f.location().file().equals("pages"))
        .filter(FindingLocationTest::citesItself)
        .map(Finding::toString)
        .toList();
  }

  private static boolean citesItself(Finding finding) {
    String own = finding.location().toString();
    String line = "line " + finding.location().inFile();
    return Stream.of(finding.message(), finding.action())
        .anyMatch(text -> endsAsWord(text, own) || endsAsWord(text, line));
  }

  private static boolean endsAsWord(String text, String cited) {
    return (text + " ").matches("(?s).*" + Pattern.quote(cited) + "[,;:.)]*\\s.*");
  }

  private static boolean isAboutDocument(Finding finding) {
    return finding.location().pointer().isEmpty()
        && List.of("no-operation", "openapi-version").contains(finding.rule());
  }

  private TestPages onOneLine(Path scenario) throws IOException {
    TestPages pages = TestPages.in(folder);
    PageFolder source = new PageFolder(scenario.resolve("pages"));
    for (String page : source.listPages(new Findings())) {
      int n = 0;
      for (SpecDocument document :
          source.read(page, ProviderRegistry.empty(), YamlLimits.DEFAULT, new Findings())) {
        JsonNode root = document.root();
        pages.addFile("pages/" + page.replace('.', '-') + n++ + ".json", JsonNodes.compact(root));
      }
    }
    return pages;
  }
}
