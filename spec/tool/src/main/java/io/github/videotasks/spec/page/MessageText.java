package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.PrintableText;
import java.util.List;

/** Makes text from a page safe to show on one line of a message. */
public final class MessageText {
  private static final int MAX_LENGTH = 80;

  private static final int MAX_ITEMS = 20;

  private MessageText() {}

  /**
   * {@return the texts separated by commas; of many, the first 20 and the number of the others}
   *
   * @param items any texts
   */
  public static String list(List<String> items) {
    return list(items, MAX_ITEMS);
  }

  /**
   * {@return the texts separated by commas; of many, the first ones and the number of the others}
   *
   * @param items any texts
   * @param maxItems how many to write out
   */
  public static String list(List<String> items, int maxItems) {
    return items.size() <= maxItems
        ? String.join(", ", items)
        : String.join(", ", items.subList(0, maxItems))
            + " and "
            + (items.size() - maxItems)
            + " more";
  }

  /**
   * {@return the text with control characters escaped, cut to 80 characters}
   *
   * @param text any text
   */
  public static String excerpt(String text) {
    return PrintableText.of(text, MAX_LENGTH);
  }
}
