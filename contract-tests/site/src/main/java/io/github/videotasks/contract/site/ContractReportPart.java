package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies the report that the contract tests have written, with a link back, or says that they have
 * not run.
 */
final class ContractReportPart {

  private static final String PAGE = "report/index.html";

  /** What the page links to. */
  private static final List<String> FILES = List.of("index.md", "index.json", "index.schema.json");

  private static final String LINK_BACK = "<p><a href=\"../index.html\">Video Tasks</a></p>";

  private ContractReportPart() {}

  static void write(Path root, SiteFolder site, SiteLayout layout) throws IOException {
    Path report = root.resolve("contract-tests/suite/target/contract-report");
    if (Files.exists(report.resolve("index.html"))) {
      String html = Files.readString(report.resolve("index.html"));
      site.write(PAGE, html.replaceFirst("<body[^>]*>", "$0" + LINK_BACK));
      for (String file : FILES) {
        site.copy(report.resolve(file), "report/" + file);
      }
    } else {
      site.write(
          PAGE,
          layout.page(
              PAGE,
              "Contract report",
              "<h1>Contract report</h1>\n<p>Not run: <code>mvn verify</code> writes the report;"
                  + " build the site again after it.</p>"));
    }
  }
}
