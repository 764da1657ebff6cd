package io.github.videotasks.spec.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Property-based test: the contract accepts every value that a page declares as valid, and every
 * value that a page shows. A JSON Schema validator that knows nothing of the derivation decides
 * what a declaration accepts.
 */
class DeclaredValuesPropertyTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "2",
          "3",
          "10",
          "-1",
          "0.5",
          "2.5",
          "3000000000",
          "\"a\"",
          "\"b\"",
          "\"abcd\"",
          "\"\"",
          "[]",
          "[1]",
          "[1, 1]",
          "[\"a\"]",
          "[null]",
          "{}",
          "{\"x\": 1}",
          "{\"x\": 1, \"y\": 2}");

  private record DeclaredPage(String schema, List<String> shown) {}

  @Property(tries = 200, seed = "4711")
  void acceptsEveryDeclaredAndShownValue(@ForAll("pages") List<DeclaredPage> pages)
      throws IOException {
    Path folder = Files.createTempDirectory("declared");
    try {
      DeclaredFields fields = DeclaredFields.in(folder);
      for (DeclaredPage page : pages) {
        fields.page(page.schema(), page.shown().toArray(new String[0]));
      }
      DerivationResult derived = fields.derive();
      assertThat(derived.rejections()).isEmpty();
      assertThat(TestPages.findings(derived, "example-invalid")).isEmpty();
      ObjectNode contract = (ObjectNode) TestPages.contract(derived);
      for (String component : List.of("OpRequest", "OpResponse")) {
        JsonNode field = contract.at("/components/schemas/" + component + "/properties/f");
        JsonSchemaValidator written = JsonSchemaValidator.of(field, contract);
        for (String text : VALUES) {

          if (isValid(pages, text)) {
            assertThat(written.validate(DeclaredFields.json(text)))
                .as("%s as %s of %s", text, field, pages)
                .isEmpty();
          }
        }
      }
    } finally {
      delete(folder);
    }
  }

  private static boolean isValid(List<DeclaredPage> pages, String value) throws IOException {
    for (DeclaredPage page : pages) {
      ObjectNode schema = JsonNodes.object();
      schema.putArray("allOf").add(DeclaredFields.json(page.schema()));
      boolean declared = SCHEMAS.getSchema(schema).validate(DeclaredFields.json(value)).isEmpty();
      if (declared || page.shown().contains(value)) {
        return true;
      }
    }
    return false;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<List<DeclaredPage>> pages() {
    Arbitrary<List<String>> shown = Arbitraries.of(VALUES).list().ofMaxSize(2);
    return Combinators.combine(schema(), shown)
        .as(DeclaredPage::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  private static Arbitrary<String> schema() {
    Arbitrary<String> alternatives =
        Combinators.combine(Arbitraries.of("anyOf", "allOf", "oneOf"), plainSchema(), plainSchema())
            .as((keyword, one, two) -> "{\"" + keyword + "\": [" + one + ", " + two + "]}");
    return Arbitraries.frequencyOf(Tuple.of(3, plainSchema()), Tuple.of(2, alternatives));
  }

  /** Generates schemas with a type: where a page declares none, its examples decide. */
  private static Arbitrary<String> plainSchema() {
    Arbitrary<String> type =
        Arbitraries.of(
            "\"type\": \"integer\"",
            "\"type\": \"number\"",
            "\"type\": \"string\"",
            "\"type\": \"boolean\"",
            "\"type\": \"null\"",
            "\"type\": [\"integer\", \"null\"]",
            "\"type\": [\"string\", \"integer\"]",
            "\"type\": [\"number\", \"integer\", \"null\"]",
            "\"type\": \"array\", \"items\": {\"type\": \"number\"}",
            "\"type\": \"array\", \"items\": {\"type\": [\"string\", \"null\"]}",
            "\"type\": \"object\"",
            "\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"number\", \"maximum\": 1}}",
            "\"enum\": [\"a\", \"b\"]",
            "\"enum\": [1, 2, null]",
            "\"enum\": [\"a\", 1]",
            "\"const\": \"a\"",
            "\"const\": 2.5");
    Arbitrary<String> keyword =
        Arbitraries.of(
            "\"minimum\": 1",
            "\"maximum\": 2",
            "\"exclusiveMinimum\": 0",
            "\"exclusiveMaximum\": 3",
            "\"multipleOf\": 0.5",
            "\"maxLength\": 2",
            "\"minLength\": 1",
            "\"pattern\": \"^a\"",
            "\"uniqueItems\": true",
            "\"maxItems\": 1",
            "\"minProperties\": 1",
            "\"maxProperties\": 1",
            "\"default\": 0.5",
            "\"format\": \"int32\"",
            "\"description\": \"x\"");
    return Combinators.combine(type, keyword.set().ofMaxSize(2))
        .as((of, others) -> "{" + String.join(", ", concat(of, others)) + "}");
  }

  private static List<String> concat(String first, Set<String> others) {
    return Stream.concat(Stream.of(first), others.stream().sorted()).toList();
  }
}
