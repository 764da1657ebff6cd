package io.github.videotasks.spec.correct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectorTest {
  private final ObjectNode root = (ObjectNode) read("{a: {b: 1, list: [1]}, c: {b: 2}}");

  @Test
  void mergesObject() {
    apply(action("$.a", "{b: 3, d: {e: 4}}"));
    assertThat(root.path("a").toString()).isEqualTo("{\"b\":3,\"list\":[1],\"d\":{\"e\":4}}");
  }

  @Test
  void appendsToArray() {
    apply(action("$.a.list", "2"));
    assertThat(root.at("/a/list").toString()).isEqualTo("[1,2]");
  }

  @Test
  void appendsToNestedArray() {
    apply(action("$.a", "{list: [2]}"));
    assertThat(root.at("/a/list").toString()).isEqualTo("[1,2]");
  }

  @Test
  void replacesByRemoveAndUpdate() {
    apply(action("$.a.list", null), action("$.a", "{list: [2]}"));
    assertThat(root.at("/a/list").toString()).isEqualTo("[2]");
  }

  @Test
  void updatesEveryMatch() {
    apply(action("$.*", "{b: 9}"));
    assertThat(JsonNodes.compact(root)).isEqualTo("{\"a\":{\"b\":9,\"list\":[1]},\"c\":{\"b\":9}}");
  }

  @Test
  void removesSeveralArrayItems() {
    apply(action("$", "{many: [1, 2, 3]}"), action("$.many[0,1]", null));
    assertThat(root.path("many").toString()).isEqualTo("[3]");
  }

  private void apply(Correction.OverlayAction... actions) {
    new Corrector(root, true)
        .apply(new Correction("corrections/1.overlay.yaml", "a test", List.of(actions)));
  }

  private static Correction.OverlayAction action(String target, @Nullable String update) {
    return new Correction.OverlayAction(
        new SourceLocation("f", 1), target, update == null ? null : read(update), false);
  }

  private static JsonNode read(String yaml) {
    return new YamlReader(YamlLimits.DEFAULT).read(yaml, "f", 1).get(0).root();
  }
}
