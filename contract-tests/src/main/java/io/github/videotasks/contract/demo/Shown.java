package io.github.videotasks.contract.demo;

/** Texts as the demo prints them: short enough for 100 columns, and no signature in them. */
final class Shown {

  private static final int WIDTH = 95;

  private Shown() {}

  /** An address without its query: the signature in it lets anybody fetch the video. */
  static String address(String address) {
    int query = address.indexOf('?');
    return query < 0 ? shortened(address) : shortened(address.substring(0, query)) + "?…";
  }

  /** The text, its middle left out when it is too long. */
  private static String shortened(String text) {
    int half = WIDTH / 2 - 1;
    return text.length() <= WIDTH
        ? text
        : text.substring(0, half) + "…" + text.substring(text.length() - half);
  }
}
