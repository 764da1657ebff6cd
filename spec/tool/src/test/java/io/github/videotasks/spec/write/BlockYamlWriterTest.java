package io.github.videotasks.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.LexemeNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlockYamlWriterTest {
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "a",
          "no",
          "null",
          "1",
          "1.5",
          "-",
          "- a",
          "a: b",
          "a:",
          "a #b",
          "#",
          "?",
          "%",
          "@",
          "`",
          "'",
          "\"",
          "\\",
          "\t",
          "a\n",
          "\na",
          "a\n\n",
          " a\nb",
          "a \nb",
          "a\n  b\n",
          "é",
          "日本",
          "\u2028",
          "\u0000",
          "\uFEFF",
          "😀",
          "a\r\nb",
          "{a}",
          "[a]",
          "/v1/{id}",
          "~",
          "<<");

  private static String write(ObjectNode tree, Function<ObjectNode, String> library) {
    return new String(BlockYamlWriter.write(tree, library), StandardCharsets.UTF_8);
  }

  @Property(tries = 500)
  void writesBytesOfTheLibrary(@ForAll("objects") ObjectNode tree) {
    assertThat(write(tree, CanonicalYaml::writeByLibrary))
        .isEqualTo(CanonicalYaml.writeByLibrary(tree));
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    return objects(3);
  }

  private Arbitrary<ObjectNode> objects(int depth) {
    return Arbitraries.maps(texts(), nodes(depth))
        .ofMaxSize(4)
        .map(
            entries -> {
              ObjectNode object = JsonNodes.object();
              entries.forEach(object::set);
              return object;
            });
  }

  private Arbitrary<JsonNode> nodes(int depth) {
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            texts().map(TextNode::valueOf),
            Arbitraries.of(
                NullNode.instance,
                BooleanNode.TRUE,
                IntNode.valueOf(-3),
                new LexemeNode("1.50"),
                DecimalNode.valueOf(new BigDecimal("1E+3"))));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<JsonNode> arrays =
        nodes(depth - 1)
            .list()
            .ofMaxSize(3)
            .map(
                items -> {
                  ArrayNode array = JsonNodes.array();
                  items.forEach(array::add);
                  return array;
                });
    return Arbitraries.oneOf(leaves, arrays, objects(depth - 1).map(object -> object));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(ODD_TEXTS),
        Arbitraries.strings().withChars("ab:# -\n\"'{}[],&*!|>%@`é\\.0").ofMaxLength(8),
        Arbitraries.of("k".repeat(130), "text, with commas", "x-y", "#/components/schemas/A"));
  }

  @Test
  void leavesLongKeysToTheLibrary() {
    ObjectNode tree = JsonNodes.object().put("k".repeat(130), 1);
    assertThat(write(tree, CanonicalYaml::writeByLibrary)).startsWith("? ");
  }

  @Test
  void writesTextOfManyParts() {
    ObjectNode tree = JsonNodes.object();
    for (int i = 0; i < 2_000; i++) {
      tree.putObject("日本" + i).put("a", "text").put("b", "é " + i);
    }
    assertThat(write(tree, CanonicalYaml::writeByLibrary))
        .isEqualTo(CanonicalYaml.writeByLibrary(tree));
  }

  @Test
  void callsTheLibraryForNoPlainOrQuotedText() {
    ObjectNode tree = JsonNodes.object().put("plain", "a b").put("/quoted/{id}", "a: b");
    assertThat(write(tree, t -> "not called"))
        .isEqualTo("plain: a b\n\"/quoted/{id}\": \"a: b\"\n");
  }
}
