package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Path keys with a query, and operations that differ in it only. */
class ActionInQueryTest {
  @TempDir Path folder;

  private static String page(String... operations) {
    return "openapi: 3.0.1\ninfo: {title: Test, version: 1.0.0}\npaths:\n"
        + String.join("", operations);
  }

  private static String operation(String key, String keywords) {
    return "  "
        + key
        + ":\n    post:\n      responses: {'200': {description: fine}}\n"
        + keywords.indent(6);
  }

  private static final String SUBMIT = operation("/?Action=Submit&Version=1", "");
  private static final String QUERY = operation("/?Action=Query&Version=1", "");

  private DerivationResult derive(String... pages) throws IOException {
    TestPages folder = TestPages.in(this.folder);
    for (int i = 0; i < pages.length; i++) {
      folder.addPage("p" + i + ".md", pages[i]);
    }
    return folder.derive();
  }

  private static JsonNode operation(DerivationResult derived) throws IOException {
    return TestPages.contract(derived).path("paths").elements().next().path("post");
  }

  /** Returns the parameters as {@code name: value|value}, with a question mark if optional. */
  private static List<String> parameters(DerivationResult derived) throws IOException {
    return operation(derived).findValues("parameters").stream()
        .flatMap(list -> list.valueStream())
        .map(
            p ->
                p.path("name").asText()
                    + (p.path("required").asBoolean() ? ": " : "?: ")
                    + String.join(
                        "|", p.at("/schema/enum").valueStream().map(JsonNode::asText).toList()))
        .toList();
  }

  @Test
  void unitesActionsOfOnePage() throws IOException {
    DerivationResult derived = derive(page(SUBMIT, QUERY));

    assertThat(parameters(derived)).containsExactly("Action: Submit|Query", "Version: 1");
    assertThat(TestPages.findings(derived, "united-operation"))
        .containsExactly(
            "pages/p0.md:7: [united-operation] expected one operation for each path and method,"
                + " found POST of /?Action=Query&Version=1 at pages/p0.md:10,"
                + " /?Action=Submit&Version=1 here. United into one operation; what only some of"
                + " them require is optional.");
  }

  @Test
  void unitesActionsOfSeveralPages() throws IOException {
    DerivationResult derived = derive(page(SUBMIT), page(QUERY));

    assertThat(parameters(derived)).containsExactly("Action: Submit|Query", "Version: 1");
    assertThat(TestPages.findings(derived, "united-operation")).hasSize(1);
  }

  @Test
  void requiresNothingThatOnlyOneActionRequires() throws IOException {
    String required =
        """
        parameters: [{name: X-A, in: header, required: true, schema: {type: string}}]
        requestBody:
          required: true
          content:
            application/json: {schema: {type: object, required: [p], properties: {p: {type: string}}}}
        """;
    DerivationResult derived = derive(page(operation("/?Action=Submit", required)), page(QUERY));

    assertThat(parameters(derived)).contains("X-A?: ", "Version?: 1", "Action: Submit|Query");
    assertThat(operation(derived).at("/requestBody/required").asBoolean()).isFalse();
  }

  @Test
  void requiresNoParameterThatOnePageLacks() throws IOException {
    String required =
        "parameters: [{name: X-A, in: header, required: true, schema: {type: string}}]";
    DerivationResult derived =
        derive(
            page(operation("/?Action=Submit", required)), page(operation("/?Action=Submit", "")));

    assertThat(parameters(derived)).contains("X-A?: ");
    assertThat(TestPages.findings(derived, "united-operation")).isEmpty();
  }

  @Test
  void unitesVariantsInTheFragment() throws IOException {
    DerivationResult derived =
        derive(
            page(
                operation("'/v1/jobs#text'", "parameters: [{name: a, in: query, required: true}]"),
                operation("'/v1/jobs#image'", "")));

    assertThat(parameters(derived)).containsExactly("a?: ");
    assertThat(TestPages.findings(derived, "united-operation"))
        .singleElement()
        .asString()
        .contains("/v1/jobs#image at pages/p0.md:11", "/v1/jobs#text here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/x?Action=Create%20Job | Action: Create Job",
        "/x?a=1%2B1+2 | a: 1+1 2",
        "/x?a=%zz | a: %zz",
        "/x?alt=sse | alt: sse",
        "/x?%E4%BB%BB=%E5%8A%A1 | 任: 务",
        "/x?a=b=c | a: b=c",
        "/x?Action=Get#part | Action: Get",
      })
  void decodesValuesOfTheUrl(String key, String parameter) throws IOException {
    assertThat(parameters(derive(page(operation("'" + key + "'", ""))))).containsExactly(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/x?id",
        "/x?id=",
        "/x?a={a}",
        "/x?a=<a>",
        "/x?a=:a",
        "/x?task_id=abc",
        "/x?jobId=abc",
        "/x?page=1",
        "/x?a=xxx",
        "/x?a=...",
        "/x?api_key=k",
        "/x?a=YOUR_VALUE",
        "/x?limit=20"
      })
  void leavesPlaceholdersAndExamplesOptional(String key) throws IOException {
    assertThat(parameters(derive(page(operation("'" + key + "'", "")))))
        .singleElement()
        .asString()
        .endsWith("?: ");
  }

  @Test
  void completesTheDeclarationOfAnAction() throws IOException {
    String declared =
        """
        parameters:
          - {name: Action, in: query, description: What to do., schema: {type: string}}
          - {name: Version, in: query, schema: {type: string, enum: ['1', '2']}}
        """;
    DerivationResult derived = derive(page(operation("/?Action=Submit&Version=1", declared)));

    assertThat(parameters(derived)).containsExactly("Action: Submit", "Version: 1|2");
    assertThat(operation(derived).at("/parameters/0/description").asText())
        .isEqualTo("What to do.");
  }

  @Test
  void keepsBodiesOfDeleteOnly() throws IOException {
    String body = "requestBody: {content: {application/json: {schema: {type: object}}}}";
    DerivationResult derived =
        derive(
            page(
                operation("/a", body).replace("post:", "delete:"),
                operation("/b", body).replace("post:", "get:")));

    JsonNode paths = TestPages.contract(derived).path("paths");
    assertThat(paths.at("/~1a/delete").has("requestBody")).isTrue();
    assertThat(paths.at("/~1b/get").has("requestBody")).isFalse();
    assertThat(TestPages.findings(derived, "body-on-get"))
        .containsExactly(
            "pages/p0.md:10: [body-on-get] expected no body on DELETE /a, found an empty"
                + " application/json body. Kept the body.",
            "pages/p0.md:14: [body-on-get] expected no body on GET /b, found an empty"
                + " application/json body. Removed the body.");
  }
}
