package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * A kind of edit of the derived contract.
 *
 * @param name what is edited
 * @param accepted whether a correction can yield it
 * @param edit returns the edited text
 */
record EditKind(String name, boolean accepted, BiFunction<String, Random, String> edit) {
  /** Returns a kind that edits the tree; the result has the form that the tool writes. */
  static EditKind ofTree(String name, boolean accepted, BiConsumer<ObjectNode, Random> edit) {
    return new EditKind(
        name,
        accepted,
        (yaml, random) -> {
          ObjectNode root = parse(yaml);
          edit.accept(root, random);
          return write(root);
        });
  }

  /** Returns a kind that replaces the first occurrence of a text. */
  static EditKind ofText(String name, boolean accepted, String old, String replacement) {
    return new EditKind(
        name,
        accepted,
        (yaml, random) -> {
          int at = yaml.indexOf(old);
          if (at < 0) {
            throw new IllegalArgumentException(name + ": not in the contract: " + old);
          }
          return yaml.substring(0, at) + replacement + yaml.substring(at + old.length());
        });
  }

  static ObjectNode parse(String yaml) {
    return (ObjectNode) new YamlReader(YamlLimits.DEFAULT).read(yaml, "a", 1).get(0).root();
  }

  static String write(ObjectNode root) {
    return new String(CanonicalYaml.serialize(root), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
