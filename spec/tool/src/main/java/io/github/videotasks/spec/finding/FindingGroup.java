package io.github.videotasks.spec.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All findings of one kind in one page: the same rule, severity and wording at one or more places.
 * Reports show a group as one finding, so that a page that repeats a defect has one line for it.
 *
 * @param places the findings, sorted by location; at least one
 */
public record FindingGroup(List<Finding> places) {
  private static final int MAX_VARIANTS = 10;
  private static final int MAX_LINES = 5;

  /**
   * Copies the list.
   *
   * @param places the findings, sorted by location
   */
  public FindingGroup {
    places = List.copyOf(places);
  }

  /**
   * {@return the groups of findings, sorted by their first findings}
   *
   * @param findings the findings, in any order
   */
  public static List<FindingGroup> of(List<Finding> findings) {
    Map<FindingKind, List<Finding>> byKind = new LinkedHashMap<>();
    Map<String, String> masks = new HashMap<>();
    findings.stream()
        .sorted()
        .forEach(
            f -> byKind.computeIfAbsent(FindingKind.of(f, masks), k -> new ArrayList<>()).add(f));
    return byKind.values().stream().map(FindingGroup::new).toList();
  }

  /** {@return the first finding} */
  public Finding first() {
    return places.get(0);
  }

  /**
   * {@return the message of the first finding, with the number of places and the next of them;
   * where a message differs, the words that do}
   */
  public String message() {
    if (places.size() == 1) {
      return first().message();
    }
    Map<String, List<String>> linesByDifference = new LinkedHashMap<>();
    for (Finding place : places.subList(1, places.size())) {
      linesByDifference
          .computeIfAbsent(difference(first().message(), place.message()), d -> new ArrayList<>())
          .add(lineAndPointer(place.location()));
    }
    List<String> variants = new ArrayList<>();
    linesByDifference.forEach(
        (difference, lines) ->
            variants.add(
                (difference.isEmpty() ? "" : difference + " ") + shorten(lines, MAX_LINES)));
    return first().message()
        + "; "
        + places.size()
        + " places, also "
        + shorten(variants, MAX_VARIANTS);
  }

  private static String shorten(List<String> texts, int max) {
    return texts.size() <= max
        ? String.join(", ", texts)
        : String.join(", ", texts.subList(0, max)) + " and " + (texts.size() - max) + " more";
  }

  private String lineAndPointer(SourceLocation location) {
    String inFile = location.inFile();
    boolean sameLine = location.line() == first().location().line();
    return sameLine && !location.pointer().isEmpty()
        ? "at " + inFile.substring(inFile.indexOf('#'))
        : "in line " + inFile;
  }

  /** Returns the words of a message between those that it shares with the first message. */
  private static String difference(String first, String message) {
    String[] known = first.split(" ", -1);
    String[] words = message.split(" ", -1);
    int start = 0;
    while (start < Math.min(known.length, words.length) && known[start].equals(words[start])) {
      start++;
    }
    int end = 0;
    while (end < Math.min(known.length, words.length) - start
        && known[known.length - 1 - end].equals(words[words.length - 1 - end])) {
      end++;
    }
    return String.join(" ", List.of(words).subList(start, words.length - end));
  }

  /** Returns {@code file:line: [rule] message. action.}, on one line. */
  @Override
  public String toString() {
    Finding first = first();
    return new Finding(first.rule(), first.severity(), first.location(), message(), first.action())
        .toString();
  }
}
