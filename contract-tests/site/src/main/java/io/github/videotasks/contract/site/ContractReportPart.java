package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies the report that the contract tests have written, or says that they have not run. */
final class ContractReportPart {

  private static final String PAGE = "report/index.html";

  private ContractReportPart() {}

  static void write(Path root, SiteFolder site, SiteLayout layout) throws IOException {
    Path report = root.resolve("contract-tests/suite/target/contract-report/index.html");
    if (Files.exists(report)) {
      site.copy(report, PAGE);
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
