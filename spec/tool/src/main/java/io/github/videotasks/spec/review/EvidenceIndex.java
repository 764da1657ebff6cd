package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The content of {@code evidence.tsv}: the lines of the pages for each field of one contract. */
final class EvidenceIndex {
  private static final String FILE = "evidence.tsv";
  private static final int DECLARED_BY = 4;
  private static final int SHOWN_BY = 5;

  /** Page, line and text of one item of "declared by"; a pointer may follow the line. */
  private static final Pattern DECLARED =
      Pattern.compile("(?:^|, )([^:,]+\\.[A-Za-z0-9]+):(\\d{1,9})(?:#\\S*)? ");

  /** The first steps of a field of an operation, and how a change writes them. */
  private static final Map<String, String> STEPS =
      Map.of(
          "query.", " query ",
          "path.", " path ",
          "header.", " header ",
          "cookie.", " cookie ",
          "body.", " request ");

  private static final Pattern RESPONSE = Pattern.compile("answer\\.([^.]+)\\.(.*)");

  private final NavigableMap<String, List<EvidenceEntry>> rows = new TreeMap<>();
  private final ExampleLines examples;
  private final boolean complete;

  /**
   * Reads the table.
   *
   * @param files derived files; without the table, only the lines of operations are known
   * @param operations the operations of the contract
   * @param examples the lines of the examples
   */
  EvidenceIndex(Map<String, byte[]> files, OperationIndex operations, ExampleLines examples) {
    this.examples = examples;
    this.complete = files.containsKey(FILE);
    String table = new String(files.getOrDefault(FILE, new byte[0]), StandardCharsets.UTF_8);
    for (String row : table.split("\n", -1)) {
      String[] cells = row.split("\t", -1);
      if (cells.length > SHOWN_BY) {
        add(cells[0], entries(cells), operations);
      }
    }
    examples.operations().forEach(rows::putIfAbsent);
  }

  private void add(String field, List<EvidenceEntry> entries, OperationIndex operations) {
    String id = LocationPrefix.longestKey(operations.namesById(), field);
    if (id != null && field.length() > id.length()) {
      String name = operations.namesById().getOrDefault(id, id);
      rows.put(name + locationInOperation(field.substring(id.length() + 1)), entries);
    }
    rows.put(field, entries);
  }

  private static String locationInOperation(String field) {
    Matcher response = RESPONSE.matcher(field);
    if (response.matches()) {
      return " " + response.group(1) + " " + response.group(2);
    }
    for (Map.Entry<String, String> step : STEPS.entrySet()) {
      if (field.startsWith(step.getKey())) {
        return step.getValue() + field.substring(step.getKey().length());
      }
    }
    return " " + field;
  }

  private List<EvidenceEntry> entries(String[] cells) {
    List<EvidenceEntry> entries = new ArrayList<>();
    String declared = cells[DECLARED_BY];
    Matcher item = DECLARED.matcher(declared);
    int line = 0;
    String page = null;
    int text = 0;
    while (item.find()) {
      addDeclaration(entries, page, line, declared.substring(text, item.start()));
      page = item.group(1);
      line = Integer.parseInt(item.group(2));
      text = item.end();
    }
    addDeclaration(entries, page, line, declared.substring(text));
    for (String shown : cells[SHOWN_BY].split(", ", -1)) {
      EvidenceEntry example = examples.example(shown.replaceFirst(" x\\d+$", ""));
      if (example != null) {
        entries.add(example);
      }
    }
    return entries;
  }

  /** Only pages that the index of examples knows count: a text of a page may look like an item. */
  private void addDeclaration(
      List<EvidenceEntry> entries, @Nullable String page, int line, String text) {
    String provider = page == null ? null : examples.providerOf(page);
    if (page != null && provider != null) {
      entries.add(new EvidenceEntry(provider, new SourceLocation(page, line), text, false));
    }
  }

  /** Returns whether there is a table; a contract that was published alone has none. */
  boolean isComplete() {
    return complete;
  }

  /** Returns the lines for a location; else those of its fields, one for each page. */
  List<EvidenceEntry> of(String location) {
    String key = escape(location);
    List<EvidenceEntry> own = rows.get(key);
    if (own != null) {
      return own;
    }
    Map<String, EvidenceEntry> firstOfPage = new TreeMap<>();
    for (List<EvidenceEntry> field : rows.subMap(key + ".", true, key + "/", false).values()) {
      for (EvidenceEntry entry : field) {
        firstOfPage.merge(entry.location().file(), entry, EvidenceIndex::first);
      }
    }
    return List.copyOf(firstOfPage.values());
  }

  private static EvidenceEntry first(EvidenceEntry a, EvidenceEntry b) {
    return a.location().compareTo(b.location()) <= 0 ? a : b;
  }

  /** Returns the lines for what surrounds a location. */
  List<EvidenceEntry> around(String location) {
    String key = LocationPrefix.longestKey(rows, escape(location));
    return key == null ? List.of() : rows.getOrDefault(key, List.of());
  }

  /** The table escapes names in the same way. */
  private static String escape(String name) {
    return name.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }
}
