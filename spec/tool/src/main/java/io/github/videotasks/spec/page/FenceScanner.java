package io.github.videotasks.spec.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the fenced code blocks of a Markdown text as CommonMark defines them: three or more
 * backticks or tildes, closed by at least as many of the same, indented by less than four spaces
 * more than the list item around them. A fence inside a YAML block scalar is indented deeper and so
 * stays text. In MDX a fence may be indented to any depth, because it may be inside JSX tags.
 */
final class FenceScanner {
  private static final int MAX_INDENT = 3;
  private static final Pattern OPENING_FENCE = Pattern.compile("([ \\t]*)(`{3,}|~{3,})([^\\n]*)");
  private static final Pattern LIST_ITEM =
      Pattern.compile("([ ]*(?:[-*+]|\\d{1,9}[.)])[ ]{1,4})\\S.*");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  private final String[] lines;
  private final List<FencedBlock> blocks = new ArrayList<>();

  private final boolean mdx;
  private int listIndent;

  private FenceScanner(String text, boolean mdx) {
    this.mdx = mdx;
    // The JDK splits by one character without a pattern, and pages rarely have carriage returns.
    String plain = text.indexOf('\r') < 0 ? text : LINE_END.matcher(text).replaceAll("\n");
    this.lines = plain.split("\n", -1);
  }

  static List<FencedBlock> scan(String markdown) {
    return new FenceScanner(markdown, false).blocks();
  }

  static List<FencedBlock> scanMdx(String mdx) {
    return new FenceScanner(mdx, true).blocks();
  }

  private List<FencedBlock> blocks() {
    Matcher open = OPENING_FENCE.matcher("");
    int at = 0;
    while (at < lines.length) {
      open.reset(lines[at]);
      trackList(lines[at]);
      at = open.matches() && isOpeningFence(open) ? readBlock(open, at) : at + 1;
    }
    return blocks;
  }

  /** Tracks the indentation of the list item that a line belongs to. */
  private void trackList(String line) {
    Matcher item = LIST_ITEM.matcher(line);
    if (item.matches()) {
      listIndent = item.end(1);
    } else if (!line.isBlank() && leadingSpaces(line, listIndent) < listIndent) {
      listIndent = 0;
    }
  }

  /** An info string after backticks has no backtick; otherwise the line is inline code. */
  private boolean isOpeningFence(Matcher open) {
    String indent = open.group(1);
    boolean plain = indent.length() <= listIndent + MAX_INDENT && indent.indexOf('\t') < 0;
    if (!plain && !mdx) {
      return false;
    }
    return open.group(2).charAt(0) == '~' || open.group(3).indexOf('`') < 0;
  }

  private int readBlock(Matcher open, int openedAt) {
    String fence = open.group(2);
    String fenceChar = Pattern.quote(fence.substring(0, 1));
    int indent = open.group(1).length();
    int closingIndent = Math.max(MAX_INDENT, indent);
    Matcher close =
        Pattern.compile(
                "[ \\t]{0," + closingIndent + "}" + fenceChar + "{" + fence.length() + ",}[ \\t]*")
            .matcher("");
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
    while (spaces < most
        && spaces < line.length()
        && (line.charAt(spaces) == ' ' || line.charAt(spaces) == '\t')) {
      spaces++;
    }
    return spaces;
  }
}
