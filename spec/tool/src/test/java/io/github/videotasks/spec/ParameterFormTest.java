package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keywords that decide how a parameter is sent. */
class ParameterFormTest {
  @TempDir Path folder;

  private static String page(String... parameters) {
    StringBuilder page =
        new StringBuilder(
            """
            openapi: 3.0.1
            info: {title: Test, version: 1.0.0}
            components: {schemas: {O: {type: object, properties: {b: {type: string}}}}}
            paths:
              /v1/jobs/{id}:
                get:
                  operationId: op
                  responses: {'200': {description: fine}}
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
            """);
    for (String parameter : parameters) {
      page.append("        - {").append(parameter).append("}\n");
    }
    return page.toString();
  }

  /** Derives a page with one more parameter, and returns this parameter in the contract. */
  private JsonNode parameter(DerivationResult derived) throws IOException {
    return TestPages.contract(derived).at("/paths/~1v1~1jobs~1{id}/get/parameters/1");
  }

  private DerivationResult derive(String... parameters) throws IOException {
    TestPages pages = TestPages.in(folder);
    for (int i = 0; i < parameters.length; i++) {
      pages.addPage("p" + i + ".md", page(parameters[i]));
    }
    return pages.derive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in: query, explode: false | explode: false",
        "in: query, style: spaceDelimited | style: spaceDelimited",
        "in: query, style: pipeDelimited, explode: true | style: pipeDelimited, explode: true",
        "in: query, style: deepObject, explode: true | style: deepObject, explode: true",
        "in: query, allowReserved: true | allowReserved: true",
        "in: query, style: form, explode: true | ''",
        "in: header, style: simple, explode: false | ''",
        "in: header, explode: true | explode: true",
        "in: cookie, explode: false | explode: false",
        "in: cookie, style: form | ''",
      })
  void keepsWhatIsNotTheDefault(String declared, String kept) throws IOException {
    JsonNode parameter =
        parameter(
            derive("name: n, " + declared + ", schema: {type: array, items: {type: string}}"));

    StringBuilder found = new StringBuilder();
    for (String keyword : new String[] {"style", "explode", "allowReserved"}) {
      if (parameter.has(keyword)) {
        found.append(found.isEmpty() ? "" : ", ").append(keyword).append(": ");
        found.append(parameter.get(keyword).asText());
      }
    }
    assertThat(found.toString()).isEqualTo(kept);
  }

  @Test
  void keepsStylesOfPathParameters() throws IOException {
    String yaml =
        """
        openapi: 3.0.1
        info: {title: Test, version: 1.0.0}
        paths:
          /v1/jobs/{id}:
            parameters:
              - {name: id, in: path, required: true, style: matrix, explode: true, schema: {type: string}}
            get: {operationId: op, responses: {'200': {description: fine}}}
        """;
    JsonNode parameter =
        TestPages.in(folder)
            .addPage("p.md", yaml)
            .contract()
            .at("/paths/~1v1~1jobs~1{id}/get/parameters/0");

    assertThat(parameter.path("style").asText()).isEqualTo("matrix");
    assertThat(parameter.path("explode").asBoolean()).isTrue();
  }

  @Test
  void keepsContentWithItsSchema() throws IOException {
    DerivationResult derived =
        derive(
            "name: n, in: query, content: {application/json: {schema: {type: object,"
                + " properties: {a: {type: string}}}}}");
    JsonNode parameter = parameter(derived);

    assertThat(parameter.has("schema")).isFalse();
    assertThat(parameter.at("/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/OpN");
    assertThat(TestPages.contract(derived).at("/components/schemas/OpN/properties/a/type").asText())
        .isEqualTo("string");
  }

  @Test
  void warnsWithBothPlacesWhenPagesDisagree() throws IOException {
    String list = "name: n, in: query, schema: {type: array, items: {type: string}}";
    DerivationResult derived =
        derive(list + ", explode: false", list, list + ", style: form, explode: false");

    assertThat(parameter(derived).path("explode").asBoolean(true)).isFalse();
    assertThat(TestPages.findings(derived, "parameter-form"))
        .containsExactly(
            "pages/p1.md:14: [parameter-form] expected one form of the query parameter 'n' of GET"
                + " /v1/jobs/{id}, found style form, explode false at pages/p0.md:14,"
                + " at pages/p2.md:14 and style form, explode true here. Wrote style form, explode"
                + " false; gateways that read another form misread the parameter.");
  }

  @Test
  void prefersTheDefaultWhenAsManyPagesHaveEachForm() throws IOException {
    String list = "name: n, in: query, schema: {type: array, items: {type: string}}";

    assertThat(parameter(derive(list + ", explode: false", list)).has("explode")).isFalse();
    assertThat(parameter(derive(list, list + ", explode: false")).has("explode")).isFalse();
  }

  @Test
  void seesNoConflictWhereNothingElseIsSent() throws IOException {
    DerivationResult derived =
        derive(
            "name: n, in: query, explode: false, schema: {type: string}",
            "name: n, in: query, schema: {type: string}");

    assertThat(TestPages.findings(derived, "parameter-form")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "csv, '', false",
    "multi, '', ''",
    "ssv, spaceDelimited, ''",
    "pipes, pipeDelimited, ''",
    "tsv, '', ''"
  })
  void readsCollectionFormatAsStyle(String format, String style, String explode)
      throws IOException {
    DerivationResult derived =
        derive(
            "name: n, in: query, type: array, items: {type: string}, collectionFormat: " + format);

    assertThat(parameter(derived).path("style").asText()).isEqualTo(style);
    assertThat(parameter(derived).path("explode").asText()).isEqualTo(explode);
    assertThat(TestPages.findings(derived, "odd-style")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in: query, style: deep_object, schema: {type: object} | deepObject | Read as deepObject",
        "in: query, style: PipeDelimited, schema: {type: array} | pipeDelimited | Read as pipe",
        "in: query, style: matrix, schema: {type: string} | '' | Read as form",
        "in: header, style: form, schema: {type: string} | '' | Read as simple",
        "in: cookie, allowReserved: true, schema: {type: string} | '' | Left out",
        "in: query, style: deepObject, schema: {type: string} | deepObject | Kept",
        "in: query, style: pipeDelimited, schema: {type: string} | pipeDelimited | as in style"
            + " form",
        "in: query, style: pipeDelimited, explode: true | pipeDelimited | as in style form",
        "in: query, schema: {type: array, items: {type: array}} | '' | client refuses",
        "in: query, schema: {properties: {a: {type: array}}} | '' | client refuses",
        "in: query, schema: {properties: {a: {$ref: '#/components/schemas/O'}}} | '' | client"
            + " refuses",
        "in: cookie, schema: {type: array, items: {type: string}} | '' | client refuses",
        "in: query, content: {text/xml: {schema: {type: object}}} | '' | client refuses",
        "in: query, schema: {type: string}, content: {text/plain: {}} | '' | Left out",
        "in: query, content: {text/plain: {}, text/csv: {}} | '' | Left out",
      })
  void reportsEachPlaceOfAnInvalidForm(String declared, String style, String action)
      throws IOException {
    DerivationResult derived = derive("name: n, " + declared);

    assertThat(parameter(derived).path("style").asText()).isEqualTo(style);
    assertThat(TestPages.findings(derived, "odd-style"))
        .singleElement()
        .asString()
        .startsWith("pages/p0.md:14: [odd-style] ")
        .contains(action);
  }

  @Test
  void warnsAtEachEncodingOfAForm() throws IOException {
    String body =
        """
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema: {type: object, properties: {tags: {type: array, items: {type: string}}}}
              encoding: {tags: {explode: false}}
        """;
    DerivationResult derived =
        TestPages.in(folder)
            .addPage("p.md", page().replace("    get:\n", "    post:\n" + body.indent(6)))
            .derive();

    assertThat(TestPages.findings(derived, "unread-keyword"))
        .containsExactly(
            "pages/p.md:14: [unread-keyword] found the encoding of tags, which the contract does"
                + " not contain. Left out: clients send the default encoding of the media type.");
  }
}
