package io.github.videotasks.contract.site;

import java.util.regex.Pattern;

/** Links from texts to lines of the vendors' pages. */
final class PagePlaces {

  private static final Pattern PLACE = Pattern.compile("pages/([^\\s:,/]+)\\.md:(\\d+)");

  private PagePlaces() {}

  /**
   * Returns HTML in which each place, such as {@code pages/a.md:12}, is a link to the line.
   *
   * @param escaped HTML without links
   * @param toTop the way from the page to the first folder of the site
   */
  static String link(String escaped, String toTop) {
    return PLACE
        .matcher(escaped)
        .replaceAll("<a href=\"" + toTop + "findings/$1.html#L$2\">$0</a>");
  }
}
