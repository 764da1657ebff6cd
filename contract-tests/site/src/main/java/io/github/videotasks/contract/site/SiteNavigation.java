package io.github.videotasks.contract.site;

import java.util.List;

/** The menu of the site by role, and the page that shows each file of the repository. */
final class SiteNavigation {

  static final String NPM_README = "spec/tool/src/npm/README.md";

  static final String EVIDENCE_PAGE = "evidence.html";

  private static final String VENDORS_PAGE = "spec/pages/(?!README\\.md$)([^/]+)\\.md";

  private static final String WIRE_CASES = "contract-tests/wire-cases/(.*)\\.yaml";

  /** The links between the pages are tested, those of the menu as well. */
  static final List<MenuSection> MENU =
      List.of(
          new MenuSection("", List.of(document("Video Tasks", "README.md"))),
          new MenuSection(
              "JVM developer",
              List.of(
                  new MenuEntry("Dependency lines", "index.html#coordinates"),
                  document("Guides", "client-ext/README.md"),
                  document("Wait for a task", "client-ext/WAITING.md"),
                  document("Download its files", "client-ext/DOWNLOADS.md"),
                  document("Settings", "client-ext/SETTINGS.md"),
                  document("Spring Boot", "client-ext/SPRING_BOOT.md"),
                  document("Kotlin, Scala and others", "client-ext/JVM_LANGUAGES.md"),
                  document("Testing", "client-ext/TESTING.md"),
                  document("Logging and metrics", "client-ext/OBSERVING.md"),
                  document("Troubleshooting", "client-ext/TROUBLESHOOTING.md"),
                  document("Packaging", "client-ext/PACKAGING.md"),
                  document("Command line", "client-ext/cli/README.md"),
                  document("Waits on PostgreSQL", "client-ext/durable/README.md"),
                  document("Examples", "contract-tests/examples/README.md"),
                  new MenuEntry("Javadoc", "javadoc/index.html"))),
          new MenuSection(
              "Regenerating team",
              List.of(
                  new MenuEntry("A page has changed", "index.html#when-a-page-changes"),
                  document("The contract", "spec/README.md"),
                  new MenuEntry("Reference", "reference/index.html"),
                  new MenuEntry("Evidence of each field", EVIDENCE_PAGE),
                  new MenuEntry("Findings beside the pages", "findings/index.html"),
                  document("Changes of each version", "spec/CHANGELOG.md"),
                  document("The tool", "spec/TOOL.md"),
                  document("The generated client", "client-generated/README.md"),
                  document("Templates", "client-generated/templates/README.md"))),
          new MenuSection(
              "Contract team",
              List.of(
                  new MenuEntry("Verify a gateway", "contract-tests/README.html#a-live-host"),
                  document("Contract tests", "contract-tests/README.md"),
                  document("Pacts", "contract-tests/pacts/README.md"),
                  new MenuEntry("Contract report", "report/index.html"))),
          new MenuSection(
              "Another language",
              List.of(
                  new MenuEntry("Jar, zip, npm package", "spec/README.html#what-you-can-import"),
                  document("Use the npm package", NPM_README),
                  document("Ten languages", "spec/LANGUAGES.md"),
                  document("What they lose", "spec/POLYGLOT.md"),
                  new MenuEntry("Wire cases", "wire-cases/index.html"))),
          new MenuSection(
              "Maintainer",
              List.of(
                  document("Contributing", ".github/CONTRIBUTING.md"),
                  document("Architecture", ".github/ARCHITECTURE.md"),
                  document("Decisions", ".github/DECISIONS.md"),
                  document("Compatibility", ".github/COMPATIBILITY.md"),
                  document("Releasing", ".github/RELEASING.md"),
                  document("Security", ".github/SECURITY.md"),
                  document("Benchmarks", "contract-tests/bench/README.md"),
                  document("Cost of a merge", "spec/COST.md"))));

  private SiteNavigation() {}

  /**
   * A part of the menu.
   *
   * @param role who reads it
   */
  record MenuSection(String role, List<MenuEntry> entries) {}

  /** A line of the menu: its title, and the page in the site, perhaps with an anchor. */
  record MenuEntry(String title, String page) {}

  private static MenuEntry document(String title, String document) {
    return new MenuEntry(title, pageOf(document));
  }

  /** Returns the page that shows a file; the README of the root is the first page. */
  static String pageOf(String file) {
    if (file.equals("README.md")) {
      return "index.html";
    }
    if (file.equals("spec/canonical/evidence.tsv")) {
      return EVIDENCE_PAGE;
    }
    if (file.equals("spec/pages")) {
      return "findings/index.html";
    }
    if (file.matches(VENDORS_PAGE)) {
      return file.replaceFirst(VENDORS_PAGE, "findings/$1.html");
    }
    if (file.matches(WIRE_CASES)) {
      return file.replaceFirst(WIRE_CASES, "wire-cases/$1.html");
    }
    return isDocument(file) ? file.replaceFirst("\\.md$", ".html") : file + ".html";
  }

  /**
   * Returns whether a file is rendered as Markdown; pages that tests read are shown as they are.
   */
  static boolean isDocument(String file) {
    return file.endsWith(".md") && !file.contains("/src/test/") && !file.matches(VENDORS_PAGE);
  }
}
