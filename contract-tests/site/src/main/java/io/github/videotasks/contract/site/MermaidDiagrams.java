package io.github.videotasks.contract.site;

import java.io.IOException;

/**
 * Draws the Mermaid diagrams of documents in the browser, with the library from the site. Without
 * JavaScript, their source is shown.
 */
final class MermaidDiagrams {

  private static final WebJar MERMAID = new WebJar("org.webjars.npm", "mermaid");
  private static final String LIBRARY = "mermaid.min.js";

  private MermaidDiagrams() {}

  static void writeLibrary(SiteFolder site) throws IOException {
    MERMAID.copy("dist/" + LIBRARY, site, LIBRARY);
  }

  /** Returns whether a document contains a diagram. */
  static boolean isIn(String html) {
    return html.contains("<code class=\"language-mermaid\">");
  }

  static String page(SiteLayout layout, String page, String title, String html) {
    return layout.pageWithLibrary(page, title, html, LIBRARY, SiteLayout.resource("diagrams.js"));
  }
}
