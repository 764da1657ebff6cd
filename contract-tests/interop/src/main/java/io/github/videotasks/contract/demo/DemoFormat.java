package io.github.videotasks.contract.demo;

/** Texts as the demo prints them: short enough for 100 columns, and no signature in them. */
final class DemoFormat {

  private static final int WIDTH = 95;

  private DemoFormat() {}

  /** An address without its query: the signature in it lets anybody fetch the video. */
  static String url(String address) {
    int query = address.indexOf('?');
    return query < 0 ? abbreviate(address) : abbreviate(address.substring(0, query)) + "?…";
  }

  /** The text, its middle left out when it is too long. */
  private static String abbreviate(String text) {
    int half = WIDTH / 2 - 1;
    return text.length() <= WIDTH
        ? text
        : text.substring(0, half) + "…" + text.substring(text.length() - half);
  }
}
