package io.github.videotasks.spec.finding;

/** Escapes texts of pages for Markdown. */
public final class MarkdownText {
  private static final String MARKUP = "\\`*_{}[]<>#|!&~";

  private MarkdownText() {}

  /**
   * Escapes a text, so that it can neither become markup nor end the cell of a table.
   *
   * @param text any text
   * @return one line of Markdown
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (MARKUP.indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  /**
   * Escapes a text for GitHub, which makes links, references and mentions from plain texts.
   *
   * @param text any text
   * @return the text as GitHub displays it unchanged
   */
  public static String escapeForGitHub(String text) {
    return escape(PrintableText.of(text))
        .replace("@", "@<!-- -->")
        // GitHub also finds references in decoded entities.
        .replace("&#35;", "&#35;<!-- -->")
        .replace("://", "&#58;//");
  }
}
