package io.github.videotasks.contract.wording;

import io.github.videotasks.contract.testkit.RepositoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A handwritten file of the repository.
 *
 * @param path path relative to the root, with slashes
 * @param text content of the file
 */
record SourceFile(String path, String text) {

  /** Texts of vendors, files that a build derives, and test data that imitates either. */
  private static final Pattern NOT_HANDWRITTEN =
      Pattern.compile(
          "spec/(?:pages|released|canonical)/.*"
              + "|spec/REVIEW\\.md"
              + "|spec/tool/src/test/(?:scenarios|sloppy)/.*"
              + "|contract-tests/pacts/.*"
              + "|.*/src/test/resources/.*\\.md");

  private static final Pattern SOURCE = Pattern.compile(".*\\.(?:java|handlebars|mustache|md|xml)");

  /** Start of a line of a comment, which is not part of its text. */
  private static final Pattern COMMENT_MARKER = Pattern.compile("(?m)^\\s*(?:\\*|//|/\\*\\*?)");

  /** Code within Javadoc: inline tags, preformatted text, and the name after a block tag. */
  private static final Pattern CODE_IN_JAVADOC =
      Pattern.compile(
          "\\{@(?:code|link|linkplain|value|snippet|literal)\\b[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}"
              + "|<pre>.*?</pre>"
              + "|@(?:param|throws|see)\\s+\\S+",
          Pattern.DOTALL);

  /** Code within Markdown: fenced blocks, code spans, and URLs. */
  private static final Pattern CODE_IN_MARKDOWN =
      Pattern.compile(
          "^ *```.*?^ *```|`[^`\\n]*`|\\]\\([^)\\n]*\\)|https?://\\S+",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern XML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  /** A tag of a template that inserts a value or opens a section; comments do not match. */
  private static final Pattern TEMPLATE_TAG = Pattern.compile("\\{\\{[^!].*?\\}\\}");

  /** The second entry of a changelog and those after it, which describe the past. */
  private static final Pattern PAST_ENTRIES = Pattern.compile("(?s)(?<=\n)## .*?\n(## .*)");

  /** Reads all handwritten files below the root of the repository. */
  static List<SourceFile> readAll(Path root) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path file : RepositoryFiles.below(root)) {
      String path = file.toString().replace('\\', '/');
      if (SOURCE.matcher(path).matches() && !NOT_HANDWRITTEN.matcher(path).matches()) {
        files.add(new SourceFile(path, Files.readString(root.resolve(file))));
      }
    }
    return files;
  }

  boolean isJava() {
    return path.endsWith(".java");
  }

  /** Returns whether the file is Java code of an artifact, not of a test or a benchmark. */
  boolean isMainCode() {
    return isJava() && path.contains("/src/main/java/");
  }

  /**
   * Returns the comments of code or the text of a document. Everything else is replaced by spaces,
   * so that offsets and lines are those of the file.
   */
  String prose() {
    if (isJava()) {
      String comments = blank(CODE_IN_JAVADOC, javaPart(true));
      return blank(COMMENT_MARKER, comments);
    }
    if (path.endsWith(".xml")) {
      return keep(XML_COMMENT, text);
    }
    if (path.endsWith(".md")) {
      Matcher past = PAST_ENTRIES.matcher(text);
      boolean hasPast = path.endsWith("CHANGELOG.md") && past.find();
      return blank(CODE_IN_MARKDOWN, hasPast ? text.substring(0, past.start(1)) : text);
    }
    return blank(TEMPLATE_TAG, text);
  }

  /** Returns Java code without comments, strings and characters, with the offsets of the file. */
  String code() {
    return javaPart(false);
  }

  /** Returns the number of the line with the character at the offset, from 1. */
  int line(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(it -> it == '\n').count();
  }

  private String javaPart(boolean comments) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = tokenEnd(at);
      boolean comment = text.startsWith("//", at) || text.startsWith("/*", at);
      boolean code = end == at + 1;
      String token = text.substring(at, end);
      kept.append((comments ? comment : code) ? token : spaces(token));
      at = end;
    }
    return kept.toString();
  }

  /** Returns the end of a comment, string or character; the next offset if none begins here. */
  private int tokenEnd(int at) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", at)) {
      return text.indexOf("*/", at + 2) + 2;
    }
    if (text.startsWith("\"\"\"", at)) {
      return closingEnd("\"\"\"", at);
    }
    char first = text.charAt(at);
    return first == '"' || first == '\'' ? closingEnd(String.valueOf(first), at) : at + 1;
  }

  private int closingEnd(String quote, int from) {
    int at = from + quote.length();
    while (!text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + quote.length();
  }

  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(match -> spaces(match.group()));
  }

  private static String keep(Pattern pattern, String text) {
    StringBuilder kept = new StringBuilder(spaces(text));
    pattern
        .matcher(text)
        .results()
        .forEach(match -> kept.replace(match.start(), match.end(), match.group()));
    return kept.toString();
  }

  private static String spaces(String text) {
    return text.replaceAll("[^\n]", " ");
  }
}
