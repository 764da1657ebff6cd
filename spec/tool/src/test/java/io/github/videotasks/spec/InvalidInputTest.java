package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.cli.SpecTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The strict check refuses invalid input with the location, the problem and the remedy, and writes
 * nothing.
 */
class InvalidInputTest {
  @TempDir Path folder;

  @Test
  void rejectsPageWithoutFencedBlock() throws IOException {
    TestPages.in(folder).addFile("pages/acme.md", "# Nothing here\n");
    assertThat(check())
        .isEqualTo(
            "pages/acme.md:1: [no-document] expected a fenced block with an OpenAPI document,"
                + " found none. Put the document between ```yaml and ```, or move the file out of"
                + " the pages.\n"
                + "Nothing was written.\n");
  }

  @Test
  void rejectsInvalidYaml() throws IOException {
    TestPages.in(folder).addPage("acme.md", "openapi: 3.0.1\ninfo:\n  title: [a\npaths: {}\n");
    assertThat(check())
        .isEqualTo(
            "pages/acme.md:7: [broken-yaml] expected YAML, found: expected ',' or ']', but got :."
                + " Correct the block at this line, or fetch the page again.\n"
                + "Nothing was written.\n");
  }

  @Test
  void rejectsUnresolvedReference() throws IOException {
    TestPages.in(folder)
        .addGetPage("acme.md", "/v1/tasks", "schema:\n  $ref: '#/components/schemas/Task'\n");
    assertThat(check())
        .isEqualTo(
            "pages/acme.md:18: [unresolved-ref] expected '#/components/schemas/Task' in the"
                + " document, found nothing there; GET /v1/tasks is refused. Add the missing"
                + " definition, or fetch the page again.\n"
                + "Nothing was written.\n");
  }

  @Test
  void rejectsUnmatchedCorrection() throws IOException {
    TestPages.in(folder)
        .addGetPage("acme.md", "/v1/tasks", "example:\n  id: a\n")
        .addCorrection("010-gone", "- target: $.paths['/v1/gone']\n  update: {summary: a}\n");
    assertThat(check())
        .isEqualTo(
            "corrections/010-gone.overlay.yaml:5: [correction-unmatched] the target matches"
                + " nothing: $.paths['/v1/gone']. The pages have changed since the correction was"
                + " written: adapt it or remove it.\n");
  }

  @Test
  void rejectsCorrectionOfUnknownField() throws IOException {
    TestPages.in(folder)
        .addGetPage("acme.md", "/v1/tasks", "example:\n  id: a\n")
        .addCorrection(
            "010-field", "- target: $..schema\n  update: {properties: {gone: {description: a}}}\n");
    assertThat(check())
        .startsWith(
            "corrections/010-field.overlay.yaml:5: [correction-unmatched] the update adds the"
                + " property 'gone', which no page declares or shows.");
  }

  @Test
  void rejectsNestedSchemaWithSameName() throws IOException {
    TestPages.in(folder)
        .addGetPage("acme.md", "/v1/tasks", "example:\n  id: a\n  inner:\n    id: b\n")
        .addCorrection(
            "010-names",
            "- target: $..schema\n  update: {x-name: A, properties: {inner: {x-name: A}}}\n");
    assertThat(check())
        .isEqualTo(
            "corrections: [name-conflict] expected a finite schema, found one inside another"
                + " with the same x-name. Give the inner or the outer one another x-name.\n");
  }

  @Test
  void omitsTypeWhenPagesDisagree() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addGetPage("a.md", "/v1/tasks", "example:\n  seconds: 10\n")
            .addGetPage("b.md", "/v1/tasks", "example:\n  seconds: '10'\n")
            .derive();
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.findings(derived, "type-conflict"))
        .containsExactly(
            "pages/a.md:18: [type-conflict] expected one type of OpResponse.seconds, found integer"
                + " on 1 page (here); string on 1 page (pages/b.md:18). Left without a"
                + " type, so that a client decodes each of them; x-declared has them.");
    assertThat(
            TestPages.contract(derived)
                .at("/components/schemas/OpResponse/properties/seconds")
                .has("type"))
        .isFalse();
  }

  private String check() throws IOException {
    StringWriter err = new StringWriter();
    int exit =
        SpecTool.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "check",
            "--spec=" + folder,
            "--accept");
    assertThat(exit).isEqualTo(1);
    assertThat(Files.exists(folder.resolve("canonical"))).isFalse();
    return err.toString();
  }
}
