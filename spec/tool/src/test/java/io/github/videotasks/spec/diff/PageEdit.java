package io.github.videotasks.spec.diff;

import java.util.List;

/**
 * A scripted edit of a page, as a vendor might make it.
 *
 * @param place texts that follow each other on the page, separated by {@code >}; the edit is made
 *     after the last of them, or at the start of the page if empty
 * @param from the text to replace, which must follow; {@code block:TEXT} is the line with the text
 *     and all lines below it that are indented deeper; {@code page:} is the whole page
 * @param to the new text; {@code swap} exchanges a block with the next one, {@code delete} removes
 *     it, {@code copy} repeats it
 */
record PageEdit(String place, String from, String to) {
  private static final String BLOCK = "block:";

  static PageEdit parse(String place, String from, String to) {
    return new PageEdit(place, unescape(from), unescape(to));
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n");
  }

  /** Returns the edited page; an edit that does not fit the page is an error of the table. */
  String apply(String page) {
    if (from.equals("page:")) {
      return wholePage(page);
    }
    int start = 0;
    for (String text : place.isEmpty() ? List.<String>of() : List.of(place.split(" > ", -1))) {
      start = indexOf(page, text, start) + text.length();
    }
    if (from.startsWith(BLOCK)) {
      return editBlock(page, indexOf(page, from.substring(BLOCK.length()), start));
    }
    int at = indexOf(page, from, start);
    return page.substring(0, at) + to + page.substring(at + from.length());
  }

  private static int indexOf(String page, String text, int start) {
    int at = page.indexOf(text, start);
    if (at < 0) {
      throw new IllegalArgumentException(
          "expected '" + text + "' on the page, found none. Correct or delete the row");
    }
    return at;
  }

  private String wholePage(String page) {
    return switch (to) {
      case "windows line ends" -> page.replace("\n", "\r\n");
      case "trailing spaces" -> page.replaceAll("(?m)(: [\\w/-]+|:)$", "$1  ");
      case "blank lines on top" -> "\n\n\n" + page;
      case "blank lines between keys" -> page.replaceAll("(?m)^( {0,6}\\w+:)", "\n$1");
      case "byte order mark" -> "\uFEFF" + page;
      case "comments" -> page.replaceAll("(?m)^( *)(type: \\w+)$", "$1$2 # checked");
      case "other fence" -> page.replace("````", "```").replace("```yaml", "```yml");
      case "deeper indent" -> indent(page);
      case "double quotes" -> page.replace("'null'", "\"null\"").replace("'200'", "\"200\"");
      case "text around" -> "Sign in | Docs\n\n" + page + "\nWas this page helpful?\n";
      default -> throw new IllegalArgumentException("expected an edit of a page, found " + to);
    };
  }

  /** Doubles the indentation of the document; block scalars keep their content. */
  private static String indent(String page) {
    StringBuilder text = new StringBuilder();
    boolean fenced = false;
    for (String line : page.split("\n", -1)) {
      fenced ^= line.startsWith("```");
      int spaces = line.length() - line.stripLeading().length();
      text.append(fenced ? " ".repeat(spaces) : "").append(line).append('\n');
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }

  private String editBlock(String page, int at) {
    int begin = page.lastIndexOf('\n', at) + 1;
    int end = endOfBlock(page, begin);
    String block = page.substring(begin, end);
    String rest = page.substring(end);
    return page.substring(0, begin)
        + switch (to) {
          case "delete" -> rest;
          case "copy" -> block + block + rest;
          case "swap" -> {
            int next = endOfBlock(page, end);
            yield page.substring(end, next) + block + page.substring(next);
          }
          default -> to + rest;
        };
  }

  private static int endOfBlock(String page, int begin) {
    int indent = indentAt(page, begin);
    int end = page.indexOf('\n', begin) + 1;
    while (end < page.length() && (page.charAt(end) == '\n' || indentAt(page, end) > indent)) {
      end = page.indexOf('\n', end) + 1;
    }
    return end;
  }

  private static int indentAt(String page, int begin) {
    int at = begin;
    while (page.charAt(at) == ' ') {
      at++;
    }
    return at - begin;
  }
}
