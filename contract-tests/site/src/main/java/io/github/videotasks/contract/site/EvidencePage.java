package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the evidence of each field as a table that can be searched. */
final class EvidencePage {

  private static final String PAGE = "evidence.html";

  private final Path root;
  private final SiteFolder site;
  private final SiteLayout layout;

  EvidencePage(Path root, SiteFolder site, SiteLayout layout) {
    this.root = root;
    this.site = site;
    this.layout = layout;
  }

  void write() throws IOException {
    List<String> lines = Files.readAllLines(root.resolve("spec/canonical/evidence.tsv"));
    StringBuilder body = new StringBuilder();
    body.append("<h1>Evidence of each field</h1>\n")
        .append("<p>Which pages declare a field, which examples show it, and which correction")
        .append(" changed it.</p>\n<p><input id=\"search\" type=\"search\" placeholder=\"field,")
        .append(" type, provider…\" aria-label=\"search\"> <span id=\"count\"></span></p>\n")
        .append("<div class=\"table\"><table>\n<thead>")
        .append(row("th", lines.get(0)))
        .append("</thead>\n<tbody>\n");
    lines.stream().skip(1).forEach(line -> body.append(row("td", line)));
    body.append("</tbody></table></div>\n");
    site.write(
        PAGE,
        layout.pageWithScript(
            PAGE, "Evidence of each field", body.toString(), SiteLayout.resource("search.js")));
  }

  private static String row(String cell, String line) {
    StringBuilder row = new StringBuilder("<tr>");
    for (String text : line.split("\t", -1)) {
      row.append("<%s>%s</%s>".formatted(cell, SiteLayout.escape(text), cell));
    }
    return row.append("</tr>\n").toString();
  }
}
