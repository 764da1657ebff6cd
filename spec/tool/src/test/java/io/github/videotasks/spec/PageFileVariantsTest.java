package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Variants of page files that cannot be committed as scenarios, because the repository normalizes
 * line endings.
 */
class PageFileVariantsTest {
  @TempDir Path folder;
  @TempDir Path other;

  @Test
  void readsCrlfAndByteOrderMark() throws IOException {
    String page =
        "# A\n\n```yaml\n"
            + TestPages.getDocument("/v1/tasks", "example:\n  id: a\n  text: |\n    b\n    c\n")
            + "```\n";
    DerivationResult unix = TestPages.in(folder).addFile("pages/a.md", page).derive();
    DerivationResult windows =
        TestPages.in(other).addFile("pages/a.md", "\uFEFF" + page.replace("\n", "\r\n")).derive();
    assertThat(TestPages.text(windows, "examples/a/1.json"))
        .isEqualTo(TestPages.text(unix, "examples/a/1.json"));
    assertThat(TestPages.text(windows, "FINDINGS.md"))
        .isEqualTo(TestPages.text(unix, "FINDINGS.md"));
  }

  @Test
  void readsMdxPage() throws IOException {
    String page =
        "---\n"
            + "title: Tasks\n"
            + "openapi: GET /v1/tasks\n"
            + "---\n"
            + "import {Tab} from 'x'\n\n"
            + "<Tab title=\"a\">\n"
            + ("~~~yaml title=\"openapi.yaml\" {1,2}\n"
                    + TestPages.getDocument("/v1/tasks", "example: {id: a}\n")
                    + "~~~\n")
                .indent(6)
            + "</Tab>\n";
    DerivationResult derived = TestPages.in(folder).addFile("pages/a.mdx", page).derive();
    assertThat(derived.findings()).extracting(Finding::rule).containsExactly("bad-server");
    assertThat(TestPages.contract(derived).at("/paths/~1v1~1tasks/get/x-providers/0").asText())
        .isEqualTo("a");
    assertThat(derived.findings().get(0).location().line()).isEqualTo(9);
  }

  @Test
  void ignoresReadme() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n")
            .addFile("pages/README.md", "# About the pages\n")
            .derive();
    assertThat(derived.pages())
        .extracting(DerivationResult.PageSummary::file)
        .containsExactly("pages/a.md");
    assertThat(derived.rejections()).isEmpty();
  }

  @Test
  void keepsExamplesSeparate() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addGetPage("a.md", "/v1/tasks", "example:\n  id: a\n")
            .addGetPage("b.md", "/v1/tasks", "example:\n  name: b\n")
            .derive();
    assertThat(TestPages.text(derived, "examples/a/1.json")).isEqualTo("{\n  \"id\": \"a\"\n}\n");
    assertThat(TestPages.text(derived, "examples/b/1.json")).isEqualTo("{\n  \"name\": \"b\"\n}\n");
    assertThat(TestPages.contract(derived).at("/components/examples").fieldNames())
        .toIterable()
        .containsExactly("a-1", "b-1");
  }

  @Test
  void readsPageNamedLikeReadme() throws IOException {
    TestPages pages =
        TestPages.in(folder).addGetPage("my-readme.md", "/v1/tasks", "example: {id: a}\n");
    assertThat(pages.derive().operations()).hasSize(1);
  }

  @Test
  void reportsFilesThatAreNotPages() throws IOException {
    TestPages pages =
        TestPages.in(folder)
            .addGetPage("a.md", "/v1/tasks", "example: {id: a}\n")
            .addFile("pages/README.md", "# About\n")
            .addFile("pages/b.yaml.bak", "openapi: 3.0.1\n")
            .addFile("pages/.hidden", "");
    assertThat(TestPages.findings(pages.derive(), "no-page"))
        .containsExactly(
            "pages: [no-page] expected a page (.md, .mdx, .yaml, .json), found 'b.yaml.bak'. Not"
                + " read.",
            "pages: [no-page] found 'README.md', which describes the folder. Not read.");
  }

  @Test
  void readsUppercaseExtension() throws IOException {
    TestPages pages = TestPages.in(folder).addGetPage("A.MD", "/v1/tasks", "example: {id: a}\n");
    assertThat(pages.derive().operations()).hasSize(1);
  }
}
