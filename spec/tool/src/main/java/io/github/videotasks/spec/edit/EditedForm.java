package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks that an edited contract has the form in which the tool writes YAML. A tree has no comments
 * and no styles, so a derivation cannot yield them.
 */
final class EditedForm {
  /** How far the next equal line is searched. */
  private static final int WINDOW = 400;

  private final EditedContract edited;
  private final EditRefusals refusals;
  private final boolean nothingElse;

  private EditedForm(EditedContract edited, EditRefusals refusals, boolean nothingElse) {
    this.edited = edited;
    this.refusals = refusals;
    this.nothingElse = nothingElse;
  }

  /**
   * Refuses each line that has another form.
   *
   * @param derived the derived contract
   * @throws EditRefusedException when a line has another form
   */
  static void check(EditedContract edited, EditedContract derived) {
    EditRefusals refusals = new EditRefusals(edited.file());
    boolean nothingElse =
        JsonNodes.fingerprint(edited.root()).equals(JsonNodes.fingerprint(derived.root()));
    EditedForm form = new EditedForm(edited, refusals, nothingElse);
    form.checkOrder();
    refusals.throwIfAny();
    form.checkLines();
    refusals.throwIfAny();
  }

  private String remedy(String remedy) {
    return nothingElse ? remedy + "; the edit changes nothing else" : remedy;
  }

  /** The order of some keys is fixed, such as the title before the description. */
  private void checkOrder() {
    OpenApiWalker.walkDocument(
        edited.root(),
        (kind, node, pointer) -> {
          List<String> found = keys(node);
          List<String> expected = new ArrayList<>(CanonicalYaml.orderedKeys(kind));
          expected.retainAll(found);
          found.stream().filter(key -> !expected.contains(key)).forEach(expected::add);
          for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
              refusals.add(
                  edited.lines().lineOf(node, found.get(i)),
                  "expected '"
                      + MessageText.excerpt(expected.get(i))
                      + "' before '"
                      + MessageText.excerpt(found.get(i))
                      + "', found it in line "
                      + edited.lines().lineOf(node, expected.get(i)),
                  remedy("Restore the order of the keys, which the tool decides"));
              return;
            }
          }
        });
  }

  private static List<String> keys(ObjectNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private void checkLines() {
    JsonNode copy = edited.root().deepCopy();
    String written = new String(CanonicalYaml.write((ObjectNode) copy), StandardCharsets.UTF_8);
    if (written.equals(edited.text())) {
      return;
    }
    String[] expected = written.split("\n", -1);
    String[] found = edited.text().split("\n", -1);
    int e = 0;
    int f = 0;
    while ((e < expected.length || f < found.length) && !refusals.isFull()) {
      if (e < expected.length && f < found.length && expected[e].equals(found[f])) {
        e++;
        f++;
      } else {
        int[] next = nextEqual(expected, e, found, f);
        report(
            Arrays.asList(expected).subList(e, next[0]),
            Arrays.asList(found).subList(f, next[1]),
            f);
        e = next[0];
        f = next[1];
      }
    }
  }

  /**
   * Reports a block of lines: first those that no derived contract has, then the others in pairs.
   */
  private void report(List<String> expected, List<String> found, int index) {
    int paired = 0;
    for (int i = 0; i < found.size(); i++) {
      String text = found.get(i).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        add(
            index + i,
            "expected no comment or blank line, which the derived contract cannot keep, found '"
                + MessageText.excerpt(text)
                + "'");
      } else {
        if (paired >= expected.size()) {
          add(index + i, "expected no further line, found '" + MessageText.excerpt(text) + "'");
        } else if (!expected.get(paired).equals(found.get(i))) {
          add(index + i, DifferingText.expectedFound(expected.get(paired), found.get(i)));
        }
        paired++;
      }
    }
    for (String line : expected.subList(Math.min(paired, expected.size()), expected.size())) {
      add(
          index + found.size(),
          "expected '" + MessageText.excerpt(line) + "' before this line, found none");
    }
  }

  private void add(int index, String message) {
    refusals.add(index + 1, message, remedy("Write the line as the tool writes it, or undo it"));
  }

  /** Returns the nearest positions of two equal lines; the ends when there are none. */
  private static int[] nextEqual(String[] expected, int e, String[] found, int f) {
    for (int distance = 1; distance < WINDOW; distance++) {
      for (int skipped = 0; skipped <= distance; skipped++) {
        int nextE = e + distance - skipped;
        int nextF = f + skipped;
        if (nextE < expected.length
            && nextF < found.length
            && !expected[nextE].isBlank()
            && expected[nextE].equals(found[nextF])) {
          return new int[] {nextE, nextF};
        }
      }
    }
    return new int[] {expected.length, found.length};
  }
}
