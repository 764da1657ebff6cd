package io.github.videotasks.spec.evidence;

import static io.github.videotasks.spec.evidence.DeclaredFields.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of the contract: what declarations allow stays possible, examples only widen it. */
class DeclaredFieldTest {
  @TempDir Path folder;
  private DeclaredFields fields;

  @BeforeEach
  void createFolder() throws IOException {
    fields = DeclaredFields.in(folder);
  }

  private List<String> findings(String rule) throws IOException {
    return fields.derive().findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(finding -> TestPages.withoutPointers(finding.message() + ". " + finding.action()))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: number}                             | 1    | {'type':'number','format':'double'}",
        "{type: integer}                            | 1.5  | {'type':'number','format':'double'}",
        "{type: integer, default: 0.5}              | 1    |"
            + " {'type':'number','format':'double','default':0.5}",
        "{type: integer, default: 1.0}              | 1    | {'type':'integer','format':'int64'}",
        "{type: integer, multipleOf: 0}             | 1    | {'type':'integer','format':'int64'}",
        "{type: string}                             | 1    | {}",
        "{type: [string, integer]}                  | 1    | {}",
        "{type: [number, integer]}                  | 1    | {'type':'number','format':'double'}",
        "{oneOf: [{type: string}, {type: integer}]} | 1    | {}",
        "{minimum: 0, maximum: 1}                   | 1    |"
            + " {'type':'number','format':'double','minimum':0,'maximum':1}",
        "{default: fast}                            | slow | {'type':'string','default':'fast'}",
        "{description: none}                        | 1    | {'type':'integer','format':'int64'}",
      })
  void widensDeclaredTypeOnly(String declared, String shown, String expected) throws IOException {
    fields.page(declared, shown);

    assertThat(fields.sent()).isEqualTo(json(expected.replace('\'', '"')));
  }

  @Test
  void keepsNumberOfItemsAndNestedFields() throws IOException {
    fields.page(
        "{type: array, items: {type: object, properties: {a: {type: array, items: {type:"
            + " number}}}}}",
        "[{a: [1, 2]}]");

    assertThat(fields.derive().findings()).noneMatch(f -> f.rule().startsWith("type-"));
    assertThat(
            TestPages.contract(fields.derive()).findValues("a").get(0).at("/items/type").asText())
        .isEqualTo("number");
  }

  @Test
  void keepsNumberOfPageWhoseNeighbourShowsWholeNumbers() throws IOException {
    fields.page("{type: number}").page("{}", "3");

    assertThat(fields.sent().path("type").asText()).isEqualTo("number");
    assertThat(findings("type-conflict")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: string, nullable: true}",
        "{type: [string, 'null']}",
        "{oneOf: [{type: string}, {type: 'null'}]}",
        "{anyOf: [{type: 'null'}, {type: string}]}",
        "{type: string, default: null}",
        "{type: string, enum: [a, b, null]}",
        "{enum: [a, b, null]}",
      })
  void keepsDeclaredNull(String declared) throws IOException {
    fields.page(declared, "a", "b");

    assertThat(fields.sent().path("nullable").asBoolean()).isTrue();
    assertThat(fields.sent().path("type").asText()).isEqualTo("string");
    assertThat(fields.sent().path("enum")).doesNotContain(json("null"));
  }

  @Test
  void keepsDeclaredNullOfFieldThatAllResponsesShow() throws IOException {
    fields.page("{type: string, nullable: true}", "a", "b");

    assertThat(fields.received()).isEqualTo(json("{\"type\":\"string\",\"nullable\":true}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{enum: [clip, still]}   | {'type':'string','enum':['clip','still']}",
        "{enum: [1, 2]}          | {'type':'integer','format':'int64','enum':[1,2]}",
        "{enum: [0.5, 1]}        | {'type':'number','format':'double','enum':[0.5,1]}",
        "{enum: [true]}          | {'type':'boolean','enum':[true]}",
        "{enum: [1, two]}        | {'x-extensible-enum':[1,'two']}",
        "{const: clip}           | {'type':'string','enum':['clip']}",
        "{const: 3}              | {'type':'integer','format':'int64','enum':[3]}",
        "{type: integer, enum: ['1', '2']} | {'type':'integer','format':'int64','enum':[1,2]}",
      })
  void readsTypeFromEnumValues(String declared, String expected) throws IOException {
    fields.page(declared);

    assertThat(fields.sent()).isEqualTo(json(expected.replace('\'', '"')));
    assertThat(findings("type-conflict")).isEmpty();
    assertThat(findings("limit-conflict")).isEmpty();
  }

  @Test
  void readsQuotedEnumValuesAsTheTypeThatExamplesShow() throws IOException {
    fields.page("{type: string, enum: ['0', '1', '2']}", "1");

    assertThat(fields.received().path("type").asText()).isEqualTo("integer");
    assertThat(fields.received().path("x-extensible-enum")).isEqualTo(json("[0,1,2]"));
    assertThat(fields.sent().path("enum")).isEqualTo(json("[0,1,2]"));
    assertThat(findings("type-contradicted"))
        .anyMatch(text -> text.endsWith("Took the type of the examples"));
  }

  @Test
  void keepsQuotedEnumValuesThatAreNotAllOfTheShownType() throws IOException {
    fields.page("{type: string, enum: ['0', auto]}", "1");

    assertThat(fields.received()).isEqualTo(json("{\"x-extensible-enum\":[\"0\",\"auto\"]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: integer}                                      | int64",
        "{type: integer, format: int32}                       | int32",
        "{type: integer, format: int64}                       | int64",
        "{type: integer, minimum: 1, maximum: 10}             | int32",
        "{type: integer, minimum: 1}                          | int64",
        "{type: integer, minimum: 0, maximum: 4294967295}     | int64",
        "{type: integer, exclusiveMinimum: 0, maximum: 9}     | int32",
        "{type: integer, format: int32, default: 3000000000}  | int64",
        "{type: integer, format: int32, enum: [3000000000]}   | int64",
        "{type: integer, format: uint32}                      | int64",
        "{format: int32}                                      | int32",
      })
  void writesInt32OnlyWhereThePageRestrictsIt(String declared, String format) throws IOException {
    fields.page(declared);

    assertThat(fields.sent().path("format").asText()).isEqualTo(format);
    assertThat(fields.received().path("format").asText()).isEqualTo(format);
  }

  @Test
  void writesInt64WhereAnotherPageDoesNotRestrictTheInteger() throws IOException {
    fields.page("{type: integer, format: int32}").page("{type: integer}");

    assertThat(fields.sent().path("format").asText()).isEqualTo("int64");
    assertThat(findings("limit-conflict"))
        .contains(
            "OpRequest.f has format int32 here; another declaration lacks it at pages/p2.md:13."
                + " Left out");
  }

  @Test
  void writesInt64WhereAnExampleExceedsInt32() throws IOException {
    fields.page("{type: integer, format: int32}", "3000000000");

    assertThat(fields.sent().path("format").asText()).isEqualTo("int64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: number, exclusiveMinimum: 0} | {'minimum':0,'exclusiveMinimum':true}",
        "{type: number, minimum: 0, exclusiveMinimum: true} |"
            + " {'minimum':0,'exclusiveMinimum':true}",
        "{type: number, minimum: 3, exclusiveMinimum: 2} | {'minimum':3}",
        "{type: number, minimum: 2, exclusiveMinimum: 3} | {'minimum':3,'exclusiveMinimum':true}",
        "{type: number, maximum: 2, exclusiveMaximum: false} | {'maximum':2}",
        "{type: number, exclusiveMaximum: true} | {}",
        "{type: number, exclusiveMaximum: 2, multipleOf: 0.5}"
            + " | {'maximum':2,'exclusiveMaximum':true,'multipleOf':0.5}",
      })
  void writesExclusiveLimits(String declared, String expected) throws IOException {
    fields.page(declared);
    ObjectNode sent = (ObjectNode) fields.sent();

    assertThat(sent.remove(List.of("type", "format"))).isEqualTo(json(expected.replace('\'', '"')));
  }

  @Test
  void dropsExclusiveLimitTogetherWithItsFlag() throws IOException {
    fields
        .page("{type: integer, maximum: 4, exclusiveMaximum: true}")
        .page("{type: integer, maximum: 4}");

    assertThat(fields.sent()).isEqualTo(json("{\"type\":\"integer\",\"format\":\"int64\"}"));
    assertThat(findings("limit-conflict"))
        .contains(
            "OpRequest.f has maximum 4 (exclusive) here; another declaration has maximum 4 at"
                + " pages/p2.md:13. Left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: string, maxLength: 2} | abc",
        "{type: integer, maximum: 2} | 3",
        "{type: integer, exclusiveMaximum: 3} | 3",
        "{type: integer, multipleOf: 2} | 3",
        "{type: string, pattern: '^a'} | b",
        "{type: array, uniqueItems: true, items: {type: integer}} | [1, 1]",
        "{type: object, maxProperties: 1} | {a: 1, b: 2}",
      })
  void dropsLimitThatAnExampleExceeds(String declared, String shown) throws IOException {
    fields.page(declared, shown);

    assertThat(fields.derive().rejections()).isEmpty();
    assertThat(TestPages.findings(fields.derive(), "example-invalid")).isEmpty();
    assertThat(findings("limit-conflict"))
        .anyMatch(text -> text.contains("an example shows another value at pages/p1.md:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{anyOf: [{type: integer, maximum: 9}, {type: integer}]}                    | maximum |"
            + " false",
        "{anyOf: [{type: integer, maximum: 9}, {type: integer, maximum: 9}]}        | maximum |"
            + " true",
        "{anyOf: [{type: integer, maximum: 9}, {type: 'null'}]}                     | maximum |"
            + " true",
        "{type: integer, maximum: 9, oneOf: [{minimum: 1}, {minimum: 1}]}           | maximum |"
            + " true",
        "{allOf: [{type: integer, maximum: 9}, {description: x}]}                   | maximum |"
            + " true",
        "{anyOf: [{type: string}, {type: string, enum: [a]}]}                       | enum    |"
            + " false",
        "{anyOf: [{type: string, enum: [b]}, {type: string, enum: [a]}]}            | enum    |"
            + " true",
      })
  void keepsLimitThatAllAlternativesHave(String declared, String keyword, boolean kept)
      throws IOException {
    fields.page(declared);

    assertThat(fields.sent().has(keyword)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "uuid      | 9f8b1d7e-5b0a-4c6e-8a57-0d3c7a2b1e4f | true",
        "uuid      | task-1                               | false",
        "date-time | '2025-11-26T01:02:03Z'               | true",
        "date-time | '2025-11-26 01:02:03'                | false",
        "date      | '2025-11-26'                         | true",
        "date      | '26.11.2025'                         | false",
        "uri       | 'https://h.example/a'                | true",
        "uri       | '/a b'                               | false",
        "byte      | YQ==                                 | true",
        "byte      | '?'                                  | false",
        "email     | a@b.example                          | true",
        "'in words' | a                                   | false",
        "number    | '5'                                  | false",
        "int64     | '5'                                  | true",
        "binary    | a                                    | false",
      })
  void keepsFormatThatExamplesDoNotContradict(String format, String shown, boolean kept)
      throws IOException {
    fields.page("{type: string, format: " + format + "}", shown);

    assertThat(fields.sent().has("format")).isEqualTo(kept);
    assertThat(fields.received().has("format")).isEqualTo(kept);
    assertThat(findings("limit-conflict").isEmpty()).isEqualTo(kept);
  }

  @Test
  void dropsFormatOfListedValues() throws IOException {
    fields.page("{type: string, format: date, enum: ['2025-01-01']}");

    assertThat(fields.sent()).isEqualTo(json("{\"type\":\"string\",\"enum\":[\"2025-01-01\"]}"));
    assertThat(findings("limit-conflict"))
        .contains(
            "OpRequest.f has format date here; an enum lists the values at pages/p1.md:13."
                + " Left out");
  }

  @Test
  void dropsFormatThatAnotherPageLacks() throws IOException {
    fields.page("{type: string, format: uuid}").page("{type: string}");

    assertThat(fields.received().has("format")).isFalse();
    assertThat(findings("limit-conflict"))
        .contains(
            "OpResponse.f has format uuid here; another declaration lacks it at pages/p2.md:18."
                + " Left out");
  }

  @Test
  void keepsAnnotationsThatAllPagesHave() throws IOException {
    fields
        .page("{type: string, deprecated: true, readOnly: true}")
        .page("{type: string, deprecated: true}");

    assertThat(fields.sent()).isEqualTo(json("{\"type\":\"string\",\"deprecated\":true}"));
    assertThat(findings("limit-conflict"))
        .contains(
            "OpRequest.f has readOnly here; another declaration lacks it at pages/p2.md:13."
                + " Left out");
  }

  @Test
  void keepsAnnotationsOfTheFieldBesideItsReference() throws IOException {
    String object = "{type: object, deprecated: true, properties: {a: {type: string}}}";
    fields.page("{type: array, items: " + object + "}");

    assertThat(fields.sent().at("/items/deprecated").asBoolean()).isTrue();
    assertThat(TestPages.contract(fields.derive()).findParents("deprecated")).hasSize(2);
    assertThat(findings("limit-conflict")).isEmpty();
  }

  @Test
  void reportsTheReasonThatHolds() throws IOException {
    fields.page("{type: integer, maxLength: 3, default: fast}");

    assertThat(findings("limit-conflict"))
        .containsExactlyInAnyOrder(
            "OpRequest.f has maxLength 3 here; it does not fit the type integer. Left out",
            "OpRequest.f has default \"fast\" here; it does not fit the type integer. Left out");
  }
}
