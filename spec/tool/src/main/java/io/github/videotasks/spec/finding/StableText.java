package io.github.videotasks.spec.finding;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Removes from a message what changes when lines and pages move or others are added. */
final class StableText {
  private static final String PLACE = "@";

  /** A file with a line and perhaps a pointer, such as {@code pages/acme.md:12#/info}. */
  private static final Pattern CITATION =
      Pattern.compile("[\\p{L}\\p{N}._/-]{1,300}\\.\\p{Alpha}{1,8}:\\d{1,9}(?:#[^\\s,;]*)?");

  private static final Pattern PAGE = Pattern.compile("(?<=^|\\s)pages/[^\\s,;:]+");
  private static final Pattern LINES = Pattern.compile("\\blines? \\d+(?:(?:, | and )\\d+){0,50}");

  private static final Pattern PLACES =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:here|at @|line)(?![\\p{L}\\p{N}])");

  /** Places one after the other; their number and order depend on the pages. */
  private static final Pattern NEXT_PLACE = Pattern.compile("(?<=@)(?:, (?:and )?| and | or )@");

  /** An example by its number, such as {@code acme/2} or {@code acme/request-1}. */
  private static final Pattern EXAMPLE =
      Pattern.compile("(?<=^|\\s)([\\p{L}\\p{N}._-]{1,100}/(?:request-)?)\\d+(?=[\\s,;.)]|$)");

  private static final Pattern COUNT = Pattern.compile("(?<=^|\\s)\\d+(?=[\\s,;.)]|$)");

  private StableText() {}

  static String of(String text) {
    String cited = CITATION.matcher(text).replaceAll(PLACE);
    String paged = PAGE.matcher(cited).replaceAll(PLACE);
    String lined = LINES.matcher(paged).replaceAll("line");
    String placed = NEXT_PLACE.matcher(PLACES.matcher(lined).replaceAll(PLACE)).replaceAll("");
    String numbered = EXAMPLE.matcher(placed).replaceAll("$1#");
    return sortDetails(COUNT.matcher(numbered).replaceAll("#"));
  }

  /** Sorts the list after a colon, because its order is that of the page. */
  private static String sortDetails(String text) {
    int at = text.indexOf(": ");
    if (at < 0) {
      return text;
    }
    String[] details = text.substring(at + 2).split(", ", -1);
    Arrays.sort(details);
    return text.substring(0, at + 2) + String.join(", ", details);
  }
}
