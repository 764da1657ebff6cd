package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the site contains, and the menu by role.
 *
 * @param documents all Markdown files that people read, by their paths from the root
 */
record SiteNavigation(SortedSet<String> documents) {

  private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules", ".git");

  /** The vendors' pages are shown with their findings; test data are left out. */
  private static final Pattern DOCUMENT =
      Pattern.compile("(?!spec/pages/(?!README)|.*/src/test/|spec/tool/src/npm/).*\\.md");

  /**
   * A part of the menu.
   *
   * @param role who reads it
   */
  record MenuSection(String role, List<MenuEntry> entries) {}

  /** A line of the menu: its title, and the page in the site. */
  record MenuEntry(String title, String page) {}

  static SiteNavigation read(Path root) throws IOException {
    SortedSet<String> documents = new TreeSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED_FOLDERS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (DOCUMENT.matcher(path).matches()) {
              documents.add(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return new SiteNavigation(documents);
  }

  /** Returns the page of a document; the README of the root is the first page. */
  static String pageOf(String document) {
    return document.equals("README.md") ? "index.html" : document.replaceFirst("\\.md$", ".html");
  }

  List<MenuSection> menu() {
    return List.of(
        new MenuSection("", List.of(entry("Video Tasks", "index.html"))),
        new MenuSection(
            "JVM developer",
            List.of(
                entry("Guides", "client-ext/README.html"),
                entry("Waiting", "client-ext/WAITING.html"),
                entry("Downloads", "client-ext/DOWNLOADS.html"),
                entry("Settings", "client-ext/SETTINGS.html"),
                entry("Spring Boot", "client-ext/SPRING_BOOT.html"),
                entry("Troubleshooting", "client-ext/TROUBLESHOOTING.html"),
                entry("Examples", "contract-tests/examples/README.html"),
                entry("Javadoc", "javadoc/index.html"))),
        new MenuSection(
            "Regenerating team",
            List.of(
                entry("The contract", "spec/README.html"),
                entry("Reference", "reference/index.html"),
                entry("Findings beside the pages", "findings/index.html"),
                entry("Evidence of each field", "evidence.html"),
                entry("The tool", "spec/TOOL.html"),
                entry("Templates", "client-generated/README.html"))),
        new MenuSection(
            "Contract team",
            List.of(
                entry("Contract tests", "contract-tests/README.html"),
                entry("Pacts", "contract-tests/pacts/README.html"),
                entry("Contract report", "report/index.html"))),
        new MenuSection(
            "Another language",
            List.of(
                entry("Ten languages", "spec/LANGUAGES.html"),
                entry("What they lose", "spec/POLYGLOT.html"),
                entry("Wire cases", "wire-cases/index.html"))),
        new MenuSection(
            "Maintainer",
            List.of(
                entry("Contributing", ".github/CONTRIBUTING.html"),
                entry("Architecture", ".github/ARCHITECTURE.html"),
                entry("Decisions", ".github/DECISIONS.html"),
                entry("Cost of a merge", "spec/COST.html"))));
  }

  private static MenuEntry entry(String title, String page) {
    return new MenuEntry(title, page);
  }
}
