package io.github.videotasks.spec.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.Occurrence;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleVariantsTest {
  @TempDir Path folder;

  @Test
  void distinguishesVariantsByObjectProperties() throws IOException {
    assertThat(
            shapes(
                "{id: a, wait: {place: 1}}",
                "{id: b, wait: {place: 2}, hint: c}",
                "{id: d, film: {url: e}, wait: null}"))
        .isEqualTo(
            "{\"OpResponseWithFilm\":[\"id\",\"film\"],\"OpResponseWithWait\":[\"id\",\"wait\"]}");
  }

  @Test
  void namesVariantWithoutObjectsPlain() throws IOException {
    assertThat(shapes("{id: a}", "{id: b, film: {url: e}}"))
        .isEqualTo("{\"OpResponsePlain\":[\"id\"],\"OpResponseWithFilm\":[\"id\",\"film\"]}");
  }

  @Test
  void omitsSingleVariant() throws IOException {
    assertThat(shapes("{id: a, film: {url: e}}", "{film: {url: f}, more: 1}")).isEmpty();
  }

  @Test
  void ignoresMapEntries() throws IOException {
    String[] examples =
        IntStream.range(0, 9).mapToObj(n -> "{task" + n + ": {n: 1}}").toArray(String[]::new);
    assertThat(shapes(examples)).isEmpty();
  }

  /** However many examples there are. */
  @Test
  @SuppressWarnings({"unchecked", "NullAway"}) // ObjectNode.deepCopy; no example is read
  void readsThePropertiesOfTheSchemaOnce() {
    AtomicInteger steps = new AtomicInteger();
    ObjectNode schema =
        new ObjectNode(JsonNodeFactory.instance) {
          private static final long serialVersionUID = 1L;

          @Override
          public Iterator<String> fieldNames() {
            steps.addAndGet(size());
            return super.fieldNames();
          }
        };
    IntStream.range(0, 100).forEach(n -> schema.putObject("p" + n));
    FieldEvidence evidence = new FieldEvidence();
    for (int n = 0; n < 50; n++) {
      ObjectNode value = JsonNodeFactory.instance.objectNode();
      value.putObject("p" + n % 2);
      evidence.add(new Occurrence(null, new SourceLocation("a.md", n), value));
    }
    assertThat(ExampleVariants.of("Task", schema, evidence)).hasSize(2);
    assertThat(steps).hasValue(100);
  }

  private String shapes(String... examples) throws IOException {
    String listed =
        IntStream.range(0, examples.length)
            .mapToObj(n -> "  e" + n + ": {value: " + examples[n] + "}\n")
            .collect(Collectors.joining("", "examples:\n", ""));
    JsonNode contract = TestPages.in(folder).addGetPage("a.md", "/task", listed).contract();
    return contract.at("/components/schemas/OpResponse/x-shapes").toString();
  }
}
