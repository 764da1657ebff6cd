package io.github.videotasks.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes each file of wire cases as a table: the case, the response, and what it means. */
final class WireCasePages {

  private static final String CASES = "contract-tests/wire-cases";

  private final Path root;
  private final SiteFolder site;
  private final SiteLayout layout;

  WireCasePages(Path root, SiteFolder site, SiteLayout layout) {
    this.root = root;
    this.site = site;
    this.layout = layout;
  }

  void write() throws IOException {
    StringBuilder index =
        new StringBuilder(
            "<h1>Wire cases</h1>\n<p>Raw responses and what each means, for clients in any"
                + " language. <a href=\"../contract-tests/wire-cases/README.html\">How to check a"
                + " client</a>.</p>\n<ul>\n");
    for (String folder : List.of("", "folded/")) {
      for (String name : FolderListing.fileNames(root.resolve(CASES).resolve(folder), ".yaml")) {
        String target = folder + name.replaceFirst("\\.yaml$", ".html");
        index.append(
            "<li><a href=\"%s\">%s</a></li>%n".formatted(target, SiteLayout.escape(folder + name)));
        write(folder + name, "wire-cases/" + target);
      }
    }
    site.write(
        "wire-cases/index.html",
        layout.page("wire-cases/index.html", "Wire cases", index + "</ul>\n"));
  }

  private void write(String source, String target) throws IOException {
    JsonNode file = new YAMLMapper().readTree(root.resolve(CASES).resolve(source).toFile());
    StringBuilder body =
        new StringBuilder("<h1>Wire cases: " + SiteLayout.escape(source) + "</h1>\n");
    if (file.isArray()) {
      table(body, file);
    } else {
      file.properties()
          .forEach(
              part -> {
                body.append("<h2>").append(SiteLayout.escape(part.getKey())).append("</h2>\n");
                if (part.getValue().isArray()) {
                  table(body, part.getValue());
                } else {
                  body.append("<p>")
                      .append(SiteLayout.escape(text(part.getValue())))
                      .append("</p>");
                }
              });
    }
    site.write(target, layout.page(target, "Wire cases: " + source, body.toString()));
  }

  private static void table(StringBuilder body, JsonNode cases) {
    body.append("<div class=\"table\"><table class=\"cards\">\n<thead>");
    body.append("<tr><th>case</th><th>response</th><th>expected</th></tr></thead>\n<tbody>\n");
    for (JsonNode each : cases) {
      if (each instanceof ObjectNode object) {
        ObjectNode expected = object.deepCopy();
        expected.remove(List.of("case", "json"));
        body.append(
            """
            <tr><td data-title="case">%s</td>\
            <td data-title="response"><code>%s</code></td>\
            <td data-title="expected"><code>%s</code></td></tr>
            """
                .formatted(
                    SiteLayout.escape(text(object.path("case"))),
                    SiteLayout.escape(text(object.path("json"))),
                    SiteLayout.escape(expected.toString())));
      }
    }
    body.append("</tbody></table></div>\n");
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
