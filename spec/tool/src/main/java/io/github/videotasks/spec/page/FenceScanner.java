package io.github.videotasks.spec.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the fenced code blocks of a Markdown text as CommonMark defines them: three or more
 * backticks or tildes, closed by at least as many of the same, indented by less than four spaces. A
 * fence inside a YAML block scalar is indented deeper and so stays text.
 */
final class FenceScanner {
  private static final Pattern OPENING_FENCE = Pattern.compile("( {0,3})(`{3,}|~{3,})([^\\n]*)");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  private final String[] lines;
  private final List<FencedBlock> blocks = new ArrayList<>();

  private FenceScanner(String text) {
    // The JDK splits by one character without a pattern, and pages rarely have carriage returns.
    String plain = text.indexOf('\r') < 0 ? text : LINE_END.matcher(text).replaceAll("\n");
    this.lines = plain.split("\n", -1);
  }

  static List<FencedBlock> scan(String markdown) {
    return new FenceScanner(markdown).blocks();
  }

  private List<FencedBlock> blocks() {
    Matcher open = OPENING_FENCE.matcher("");
    int at = 0;
    while (at < lines.length) {
      open.reset(lines[at]);
      at = open.matches() && isOpeningFence(open) ? readBlock(open, at) : at + 1;
    }
    return blocks;
  }

  /** An info string after backticks has no backtick; otherwise the line is inline code. */
  private static boolean isOpeningFence(Matcher open) {
    return open.group(2).charAt(0) == '~' || open.group(3).indexOf('`') < 0;
  }

  private int readBlock(Matcher open, int openedAt) {
    String fence = open.group(2);
    String fenceChar = Pattern.quote(fence.substring(0, 1));
    Matcher close =
        Pattern.compile(" {0,3}" + fenceChar + "{" + fence.length() + ",}[ \\t]*").matcher("");
    int indent = open.group(1).length();
    StringBuilder text = new StringBuilder();
    int at = openedAt + 1;
    while (at < lines.length && !close.reset(lines[at]).matches()) {
      text.append(lines[at], leadingSpaces(lines[at], indent), lines[at].length()).append('\n');
      at++;
    }
    boolean closed = at < lines.length;
    blocks.add(new FencedBlock(open.group(3).trim(), text.toString(), openedAt + 2, closed));
    return at + 1;
  }

  private static int leadingSpaces(String line, int most) {
    int spaces = 0;
    while (spaces < most && spaces < line.length() && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces;
  }
}
