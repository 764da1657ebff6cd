package io.github.videotasks.spec.completeness;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of the table of justified differences.
 *
 * @param kind the kinds of differences; {@code *} is any text
 * @param rules the rules of which one must report the place; empty for a decision of the design
 * @param reason why the difference is right
 */
record Justification(String kind, List<String> rules, String reason) {
  static Justification parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3 || columns[2].isBlank()) {
      throw new IllegalArgumentException("expected kind, justification and reason, found " + line);
    }
    boolean rules = !columns[1].equals("decision");
    return new Justification(
        columns[0], rules ? List.of(columns[1].split(",", -1)) : List.of(), columns[2]);
  }

  boolean covers(ContractDifference difference, FindingPlaces findings) {
    String pattern = ("\\Q" + kind + "\\E").replace("*", "\\E.*\\Q");
    return Pattern.matches(pattern, difference.kind())
        && (rules.isEmpty() || rules.stream().anyMatch(rule -> findings.report(rule, difference)));
  }
}
