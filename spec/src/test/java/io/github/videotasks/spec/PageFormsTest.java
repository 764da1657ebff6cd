package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forms of a page that a scenario folder cannot hold, because the repository keeps one line end.
 */
class PageFormsTest {
  @TempDir Path folder;
  @TempDir Path other;

  @Test
  void readsCarriageReturnsAndAByteOrderMark() throws IOException {
    String page =
        "# A\n\n```yaml\n"
            + TestPages.getDocument("/v1/tasks", "example:\n  id: a\n  text: |\n    b\n    c\n")
            + "```\n";
    Derived unix = TestPages.in(folder).file("pages/a.md", page).derive();
    Derived windows =
        TestPages.in(other).file("pages/a.md", "\uFEFF" + page.replace("\n", "\r\n")).derive();
    assertThat(TestPages.text(windows, "examples/a/1.json"))
        .isEqualTo(TestPages.text(unix, "examples/a/1.json"));
    assertThat(TestPages.text(windows, "FINDINGS.md"))
        .isEqualTo(TestPages.text(unix, "FINDINGS.md"));
  }

  @Test
  void neverTakesTheReadmeForAPage() throws IOException {
    Derived derived =
        TestPages.in(folder)
            .get("a.md", "/v1/tasks", "example:\n  id: a\n")
            .file("pages/README.md", "# About the pages\n")
            .derive();
    assertThat(derived.pages()).extracting(Derived.PageSummary::file).containsExactly("pages/a.md");
    assertThat(derived.refusals()).isEmpty();
  }

  @Test
  void neverBlendsAnAnswerFromTwoExamples() throws IOException {
    Derived derived =
        TestPages.in(folder)
            .get("a.md", "/v1/tasks", "example:\n  id: a\n")
            .get("b.md", "/v1/tasks", "example:\n  name: b\n")
            .derive();
    assertThat(TestPages.text(derived, "examples/a/1.json")).isEqualTo("{\n  \"id\": \"a\"\n}\n");
    assertThat(TestPages.text(derived, "examples/b/1.json")).isEqualTo("{\n  \"name\": \"b\"\n}\n");
    assertThat(TestPages.text(derived, "openapi.yaml")).doesNotContain("example:", "examples:");
  }

  @Test
  void readsAPageWhoseNameOnlyEndsLikeTheReadme() throws IOException {
    TestPages pages = TestPages.in(folder).get("my-readme.md", "/v1/tasks", "example: {id: a}\n");
    assertThat(pages.derive().operations()).hasSize(1);
  }

  @Test
  void namesEveryFileThatIsNoPage() throws IOException {
    TestPages pages =
        TestPages.in(folder)
            .get("a.md", "/v1/tasks", "example: {id: a}\n")
            .file("pages/README.md", "# About\n")
            .file("pages/b.yaml.bak", "openapi: 3.0.1\n")
            .file("pages/.hidden", "");
    assertThat(TestPages.findings(pages.derive(), "no-page"))
        .containsExactly(
            "pages: [no-page] found 'README.md', which is no page (.md, .yaml, .json). Not read.",
            "pages: [no-page] found 'b.yaml.bak', which is no page (.md, .yaml, .json). Not read.");
  }

  @Test
  void readsAMarkdownPageWhoseEndingIsInCapitals() throws IOException {
    TestPages pages = TestPages.in(folder).get("A.MD", "/v1/tasks", "example: {id: a}\n");
    assertThat(pages.derive().operations()).hasSize(1);
  }
}
