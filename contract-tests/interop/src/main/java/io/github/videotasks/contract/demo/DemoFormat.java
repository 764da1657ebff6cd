package io.github.videotasks.contract.demo;

/** Formats the output of the demo: lines of at most 100 columns, without URL signatures. */
final class DemoFormat {

  private static final int WIDTH = 95;

  private DemoFormat() {}

  /**
   * Returns a URL without its query, because the signature in the query grants access to the video.
   */
  static String url(String url) {
    int query = url.indexOf('?');
    return query < 0 ? abbreviate(url) : abbreviate(url.substring(0, query)) + "?…";
  }

  /** Returns the text; if it is too long, an ellipsis replaces its middle. */
  private static String abbreviate(String text) {
    int half = WIDTH / 2 - 1;
    return text.length() <= WIDTH
        ? text
        : text.substring(0, half) + "…" + text.substring(text.length() - half);
  }
}
