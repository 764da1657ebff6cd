package io.github.videotasks.spec.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class LineNumbersTest {
  private final LineNumbers lines = new LineNumbers();

  @Test
  void findsKeysOfSmallAndLargeObjects() {
    ObjectNode object = JsonNodes.object();
    lines.recordStart(object, 7);
    for (int i = 1; i <= 40; i++) {
      lines.recordKey(object, "key" + i, 7 + i);
      assertThat(lines.lineOf(object, "key" + i)).isEqualTo(7 + i);
      assertThat(lines.lineOf(object, "key1")).isEqualTo(8);
      assertThat(lines.lineOf(object, "other")).isEqualTo(7);
    }
  }

  @Test
  void replacesLineOfKey() {
    ObjectNode object = JsonNodes.object();
    lines.recordKey(object, "a", 1);
    lines.recordKey(object, "a", 2);
    assertThat(lines.lineOf(object, "a")).isEqualTo(2);
  }

  @Test
  void movesLinesOfItemsWhenOneIsRemoved() {
    ArrayNode array = JsonNodes.array();
    lines.recordStart(array, 1);
    for (int line = 2; line <= 6; line++) {
      lines.recordItem(array, line);
    }
    lines.removeItem(array, 1);
    assertThat(lines.lineOf(array, 0)).isEqualTo(2);
    assertThat(lines.lineOf(array, 1)).isEqualTo(4);
    assertThat(lines.lineOf(array, 4)).isEqualTo(1);
  }

  @Test
  void returnsZeroForOtherTrees() {
    assertThat(lines.lineOf(JsonNodes.object())).isZero();
    assertThat(lines.lineOf(JsonNodes.object(), "a")).isZero();
    assertThat(lines.lineOf(JsonNodes.array(), 0)).isZero();
  }
}
