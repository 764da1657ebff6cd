package io.github.videotasks.contract.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block or a code span of a document.
 *
 * @param place file and line
 * @param language the word after the fence; empty if there is none
 * @param text the code, without the indentation that all its lines have
 */
record MarkdownCode(String place, String language, String text) {

  private static final Pattern FENCED =
      Pattern.compile("^( *)```(\\w*)\\n(.*?)\\n\\1```", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern MAVEN_SPAN = Pattern.compile("`(mvn [^`\\n]+)`");

  /** Returns all fenced blocks of the documents. */
  static List<MarkdownCode> blocks() {
    List<MarkdownCode> found = new ArrayList<>();
    RepositoryTexts.documents()
        .forEach(
            (path, text) -> {
              for (Matcher it = FENCED.matcher(text); it.find(); ) {
                String code = it.group(3).stripIndent().strip();
                found.add(new MarkdownCode(place(path, text, it), it.group(2), code));
              }
            });
    return found;
  }

  /** Returns all code spans with a command of Maven. */
  static List<MarkdownCode> mavenSpans() {
    List<MarkdownCode> found = new ArrayList<>();
    RepositoryTexts.documents()
        .forEach(
            (path, text) -> {
              for (Matcher it = MAVEN_SPAN.matcher(text); it.find(); ) {
                found.add(new MarkdownCode(place(path, text, it), "", it.group(1)));
              }
            });
    return found;
  }

  private static String place(String path, String text, Matcher match) {
    return path + ":" + (text.substring(0, match.start()).lines().count() + 1);
  }

  /** Returns the commands of a block without a language: its lines without comments. */
  List<String> commands() {
    return text.lines()
        .map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
