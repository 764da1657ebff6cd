package io.github.videotasks.contract.site;

import io.github.videotasks.contract.site.SiteNavigation.MenuEntry;
import io.github.videotasks.contract.site.SiteNavigation.MenuSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The frame of every page: title, style, menu. */
final class SiteLayout {

  /** Text of vendors is on these pages: nothing is loaded but pictures of the site. */
  private static final String DOCUMENT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:";

  private final String frame = resource("site.css");
  private final String documentStyle = resource("document.css");

  /** Returns the text of a file beside this class. */
  static String resource(String name) {
    try (InputStream file = SiteLayout.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a text in which no character has a meaning in HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns the way from a page to the first folder of the site. */
  static String toTop(String page) {
    return "../".repeat((int) page.chars().filter(c -> c == '/').count());
  }

  /**
   * Returns a page without scripts.
   *
   * @param page its path in the site
   * @param title a text
   * @param body HTML
   */
  String page(String page, String title, String body) {
    return html(page, title, DOCUMENT_POLICY, "<style>\n" + documentStyle + "</style>", body);
  }

  /**
   * Returns a page with a script of this project.
   *
   * @param script JavaScript that runs at the end of the page
   */
  String pageWithScript(String page, String title, String body, String script) {
    return html(
        page,
        title,
        DOCUMENT_POLICY + "; script-src 'unsafe-inline'",
        "<style>\n" + documentStyle + "</style>",
        body + "<script>\n" + script + "</script>");
  }

  /**
   * Returns a page with a script of this project and the library that it uses.
   *
   * @param library the path of the library in the site
   */
  String pageWithLibrary(String page, String title, String body, String library, String script) {
    return html(
        page,
        title,
        DOCUMENT_POLICY + "; script-src 'unsafe-inline' 'self' file:",
        "<style>\n" + documentStyle + "</style>",
        "%s<script src=\"%s%s\"></script>%n<script>%n%s</script>"
            .formatted(body, toTop(page), library, script));
  }

  /**
   * Returns a page of which only the frame is ours.
   *
   * @param policy the Content-Security-Policy of the page
   * @param head HTML of its head
   */
  String html(String page, String title, String policy, String head, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <title>%s – Video Tasks</title>
    <style>
    %s</style>
    %s
    </head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header><a href="%s">Video Tasks</a> <a href="#menu">Menu</a></header>
    <nav id="menu" aria-label="Menu of the site">
    %s</nav>
    <main id="content">
    %s
    </main>
    </body>
    </html>
    """
        .formatted(
            policy, escape(title), frame, head, toTop(page) + "index.html", menu(page), body);
  }

  private String menu(String page) {
    StringBuilder menu = new StringBuilder();
    for (MenuSection section : SiteNavigation.MENU) {
      if (!section.role().isEmpty()) {
        menu.append("<h2>").append(escape(section.role())).append("</h2>\n");
      }
      menu.append("<ul>\n");
      for (MenuEntry entry : section.entries()) {
        menu.append(
            "<li><a href=\"%s%s\"%s>%s</a></li>%n"
                .formatted(
                    toTop(page),
                    entry.page(),
                    entry.page().equals(page) ? " aria-current=\"page\"" : "",
                    escape(entry.title())));
      }
      menu.append("</ul>\n");
    }
    return menu.toString();
  }
}
