package io.github.videotasks.contract.docs;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
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
public record MarkdownCode(String place, String language, String text) {

  private static final Pattern FENCED =
      Pattern.compile("^( *)```(\\w*)\\n(.*?)\\n\\1```", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern MAVEN_SPAN = Pattern.compile("`(mvn [^`\\n]+)`");

  /** Returns all fenced blocks of the documents. */
  static List<MarkdownCode> blocks() {
    List<MarkdownCode> found = new ArrayList<>();
    RepositoryTexts.documents().forEach((path, text) -> found.addAll(blocks(path, text)));
    return found;
  }

  /**
   * Returns the code of the fenced blocks of a language.
   *
   * @param document path from the root of the repository
   * @param language the word after the fence
   */
  public static List<String> blocksOf(String document, String language) throws IOException {
    String text = Files.readString(RepositoryLayout.find().root().resolve(document));
    return blocks(document, text).stream()
        .filter(block -> block.language().equals(language))
        .map(MarkdownCode::text)
        .toList();
  }

  private static List<MarkdownCode> blocks(String path, String text) {
    List<MarkdownCode> found = new ArrayList<>();
    for (Matcher it = FENCED.matcher(text); it.find(); ) {
      String code = it.group(3).stripIndent().strip();
      found.add(new MarkdownCode(place(path, text, it), it.group(2), code));
    }
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
