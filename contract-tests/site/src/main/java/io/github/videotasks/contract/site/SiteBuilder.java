package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Program that writes the site: the Markdown files of the repository, the reference of the
 * contract, the findings beside the lines of each page, the evidence of each field, the wire cases,
 * the Javadoc and the contract report.
 */
public final class SiteBuilder {

  private SiteBuilder() {}

  /**
   * Writes the site.
   *
   * @param args the root of the repository, and the folder of the site, whose files are replaced
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    SiteFolder site = SiteFolder.replace(Path.of(args[1]).toAbsolutePath().normalize());
    writePages(root, site);
    JavadocPart.write(root, site);
    System.out.println("Site: " + site.file("index.html"));
  }

  /** Writes everything but the Javadoc, which takes as long as all other parts together. */
  static void writePages(Path root, SiteFolder site) throws IOException {
    SiteLayout layout = new SiteLayout();
    new MarkdownPages(root, site, layout).writeAll();
    MermaidDiagrams.writeLibrary(site);
    new PageFindings(root, site, layout).write();
    new EvidencePage(root, site, layout).write();
    new WireCasePages(root, site, layout).write();
    ContractReference.write(root, site, layout);
    ContractReportPart.write(root, site, layout);
  }
}
