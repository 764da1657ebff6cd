package io.github.videotasks.spec.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code page-edits.tsv}: an edit of a page and the lines that a review must have.
 *
 * @param name the kind of edit
 * @param page the page
 * @param given an edit that both sides have; null when there is none
 * @param edit the edit
 * @param expected the lines; one that ends in {@code ...} is the start of a line
 */
record PageEditRow(
    String name, String page, @Nullable PageEdit given, PageEdit edit, List<String> expected) {
  private static final String MORE = "...";

  static List<PageEditRow> read() throws IOException {
    List<PageEditRow> rows = new ArrayList<>();
    try (InputStream in = PageEditRow.class.getResourceAsStream("page-edits.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      for (String line : table.split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          rows.add(parse(line.split("\t", -1)));
        }
      }
    }
    return rows;
  }

  private static PageEditRow parse(String[] cells) {
    String[] given = cells[2].split(" => ", -1);
    List<String> expected = List.of(Arrays.copyOfRange(cells, 6, cells.length));
    return new PageEditRow(
        cells[0],
        cells[1],
        given.length == 2 ? PageEdit.parse("", given[0], given[1]) : null,
        PageEdit.parse(cells[3], cells[4], cells[5]),
        expected.equals(List.of("nothing")) ? List.of() : expected);
  }

  /** Files that follow from the pages, and the numbers of lines in them, need no review line. */
  static boolean isDerivedFile(Change change) {
    boolean file = change.location().matches("[\\w./, -]*\\.(tsv|md|json|yaml)");
    return change.impact() == Impact.NONE
        && (change.description().equals("text changed, meaning did not")
            || (file && change.description().equals("changed")));
  }

  /** Returns the line of a change with its values uncut. */
  static String line(Change change) {
    String values =
        change.before().isEmpty() && change.after().isEmpty()
            ? ""
            : ": " + valueOrNothing(change.before()) + " -> " + valueOrNothing(change.after());
    String note = change.note().isEmpty() ? "" : ". " + change.note();
    return change.impact().label()
        + ": "
        + change.location()
        + ": "
        + change.description()
        + values
        + note;
  }

  private static String valueOrNothing(String value) {
    return value.isEmpty() ? "(nothing)" : value;
  }

  /** Returns what was missed, and what was reported without reason. */
  List<String> differences(List<String> lines) {
    List<String> left = new ArrayList<>(lines);
    List<String> differences = new ArrayList<>();
    for (String line : expected) {
      String found = left.stream().filter(l -> matches(line, l)).findFirst().orElse(null);
      if (found == null) {
        differences.add(this + "\n  missed: " + line);
      } else {
        left.remove(found);
      }
    }
    left.forEach(line -> differences.add(this + "\n  false alarm: " + line));
    return differences;
  }

  private static boolean matches(String expected, String line) {
    return expected.endsWith(MORE)
        ? line.startsWith(expected.substring(0, expected.length() - MORE.length()))
        : line.equals(expected);
  }

  @Override
  public String toString() {
    return name + " on " + page + ": " + edit.place() + " > " + edit.from() + " => " + edit.to();
  }
}
