package io.github.videotasks.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the evidence of each field as a table that can be searched, with links to the pages. */
final class EvidencePage {

  private static final String PAGE = SiteNavigation.EVIDENCE_PAGE;

  /** An example as the table names it: provider and number. */
  private static final Pattern EXAMPLE = Pattern.compile("(?<![\\w/.-])[\\w-]+/\\d+(?![\\w/.-])");

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
    List<String> titles = List.of(lines.get(0).split("\t", -1));
    Map<String, String> examples = examplePages();
    StringBuilder body = new StringBuilder();
    body.append("<h1>Evidence of each field</h1>\n")
        .append("<p>Which pages declare a field, which examples show it, and which correction")
        .append(" changed it. Each place is a link to the line of the page.</p>\n")
        .append("<p id=\"search-box\" hidden><input id=\"search\" type=\"search\"")
        .append(" placeholder=\"field, type, provider…\" aria-label=\"Search the fields\">")
        .append(" <span id=\"count\" role=\"status\"></span></p>\n")
        .append("<div class=\"table\"><table class=\"cards\">\n<thead><tr>");
    titles.forEach(title -> body.append("<th>%s</th>".formatted(SiteLayout.escape(title))));
    body.append("</tr></thead>\n<tbody>\n");
    lines.stream().skip(1).forEach(line -> body.append(row(titles, line, examples)));
    body.append("</tbody></table></div>\n");
    site.write(
        PAGE,
        layout.pageWithScript(
            PAGE, "Evidence of each field", body.toString(), SiteLayout.resource("search.js")));
  }

  private static String row(List<String> titles, String line, Map<String, String> examples) {
    StringBuilder row = new StringBuilder("<tr>");
    String[] cells = line.split("\t", -1);
    for (int i = 0; i < cells.length; i++) {
      row.append(
          "<td data-title=\"%s\">%s</td>"
              .formatted(SiteLayout.escape(titles.get(i)), cell(cells[i], examples)));
    }
    return row.append("</tr>\n").toString();
  }

  /** Returns a cell whose places are links, each on a line of its own. */
  private static String cell(String text, Map<String, String> examples) {
    String html = SiteLayout.escape(text).replace(", pages/", ",<br>pages/");
    html = EXAMPLE.matcher(html).replaceAll(it -> examples.getOrDefault(it.group(), it.group()));
    return PagePlaces.link(html, SiteLayout.toTop(PAGE));
  }

  /** Returns a link to the line of each example. */
  private Map<String, String> examplePages() throws IOException {
    Path index = root.resolve("spec/canonical/examples/index.json");
    Map<String, String> pages = new HashMap<>();
    for (JsonNode provider : new ObjectMapper().readTree(index.toFile()).path("providers")) {
      String page = SiteNavigation.pageOf("spec/" + provider.path("page").asText());
      for (JsonNode operation : provider.path("operations")) {
        for (JsonNode example : operation.path("examples")) {
          String name = example.path("file").asText().replaceFirst("\\.json$", "");
          pages.put(
              name,
              "<a href=\"%s#L%d\">%s</a>".formatted(page, example.path("line").asInt(), name));
        }
      }
    }
    return pages;
  }
}
