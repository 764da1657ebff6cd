package io.github.videotasks.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes each vendor's page with its line numbers, and each finding below the line it is about. */
final class PageFindings {

  private final Path root;
  private final SiteFolder site;
  private final SiteLayout layout;

  PageFindings(Path root, SiteFolder site, SiteLayout layout) {
    this.root = root;
    this.site = site;
    this.layout = layout;
  }

  void write() throws IOException {
    JsonNode findings =
        new ObjectMapper().readTree(root.resolve("spec/canonical/findings.json").toFile());
    StringBuilder index =
        new StringBuilder(
            "<h1>Findings beside the pages</h1>\n"
                + "<p>What each page gets wrong, at its line, and what was done about it. <a"
                + " href=\"../spec/pages/README.html\">About the pages</a>.</p>\n"
                + "<ul>\n");
    for (String page : FolderListing.fileNames(root.resolve("spec/pages"), ".md")) {
      List<JsonNode> ofPage = new ArrayList<>();
      findings.forEach(
          finding -> {
            if (finding.path("file").asText().equals("pages/" + page)) {
              ofPage.add(finding);
            }
          });
      String target = page.replaceFirst("\\.md$", ".html");
      index.append(
          "<li><a href=\"%s\">%s</a>: %s</li>%n"
              .formatted(target, SiteLayout.escape(page), count(ofPage)));
      writePage(page, "findings/" + target, ofPage);
    }
    site.write(
        "findings/index.html",
        layout.page("findings/index.html", "Findings beside the pages", index + "</ul>\n"));
  }

  private void writePage(String page, String target, List<JsonNode> findings) throws IOException {
    Map<Integer, List<String>> byLine = new HashMap<>();
    for (JsonNode finding : findings) {
      for (JsonNode place : finding.path("places")) {
        byLine
            .computeIfAbsent(place.path("line").asInt(), any -> new ArrayList<>())
            .add(describe(finding));
      }
    }
    String title = "Findings in " + page;
    StringBuilder body = new StringBuilder("<h1>" + SiteLayout.escape(title) + "</h1>\n");
    body.append("<p>%s:</p>%n<ul>%n".formatted(count(findings)));
    findings.forEach(finding -> body.append(summary(finding)));
    body.append("</ul>\n").append(String.join("", byLine.getOrDefault(0, List.of())));
    body.append("<pre class=\"lines\">");
    int number = 0;
    for (String line : Files.readAllLines(root.resolve("spec/pages").resolve(page))) {
      number++;
      body.append(
          "<span class=\"line\"><span class=\"n\" id=\"L%d\">%d</span>%s%n</span>"
              .formatted(number, number, SiteLayout.escape(line)));
      byLine.getOrDefault(number, List.of()).forEach(body::append);
    }
    site.write(target, layout.page(target, title, body.append("</pre>").toString()));
  }

  private static String count(List<JsonNode> findings) {
    long warnings = findings.stream().filter(it -> severity(it).equals("warning")).count();
    return "%d kinds of findings, %d of them warnings".formatted(findings.size(), warnings);
  }

  private static String severity(JsonNode finding) {
    return finding.path("severity").asText();
  }

  /** Returns the rule of a finding, with links to its lines. */
  private static String summary(JsonNode finding) {
    StringBuilder summary = new StringBuilder("<li><b>");
    summary.append(SiteLayout.escape(finding.path("rule").asText()));
    summary.append("</b> ").append(SiteLayout.escape(severity(finding)));
    for (JsonNode place : finding.path("places")) {
      int line = place.path("line").asInt();
      summary.append(line == 0 ? "" : " <a href=\"#L%d\">%d</a>".formatted(line, line));
    }
    return summary.append("</li>\n").toString();
  }

  private static String describe(JsonNode finding) {
    return "<span class=\"found\"><b>%s</b> %s: %s. <i>%s.</i></span>"
        .formatted(
            SiteLayout.escape(finding.path("rule").asText()),
            SiteLayout.escape(severity(finding)),
            PagePlaces.link(SiteLayout.escape(finding.path("message").asText()), "../"),
            PagePlaces.link(SiteLayout.escape(finding.path("action").asText()), "../"));
  }
}
