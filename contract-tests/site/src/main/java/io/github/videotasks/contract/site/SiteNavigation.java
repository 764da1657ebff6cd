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
import java.util.stream.Stream;

/**
 * What the site contains, and the menu by role.
 *
 * @param documents all Markdown files that people read, by their paths from the root
 */
record SiteNavigation(SortedSet<String> documents) {

  private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules", ".git");

  /** Pages that are not made of a document. */
  private static final Set<String> PARTS =
      Set.of(
          "javadoc/index.html",
          "reference/index.html",
          "findings/index.html",
          "evidence.html",
          "report/index.html",
          "wire-cases/index.html");

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

  /** Returns the menu; it leaves out documents that the repository does not have. */
  List<MenuSection> menu() {
    return List.of(
        section("", document("Video Tasks", "README.md")),
        section(
            "JVM developer",
            document("Guides", "client-ext/README.md"),
            document("Waiting", "client-ext/WAITING.md"),
            document("Downloads", "client-ext/DOWNLOADS.md"),
            document("Settings", "client-ext/SETTINGS.md"),
            document("Spring Boot", "client-ext/SPRING_BOOT.md"),
            document("Troubleshooting", "client-ext/TROUBLESHOOTING.md"),
            document("Packaging", "client-ext/PACKAGING.md"),
            document("Command line", "client-ext/cli/README.md"),
            document("Waits on PostgreSQL", "client-ext/durable/README.md"),
            document("Examples", "contract-tests/examples/README.md"),
            part("Javadoc", "javadoc/index.html")),
        section(
            "Regenerating team",
            document("The contract", "spec/README.md"),
            part("Reference", "reference/index.html"),
            part("Findings beside the pages", "findings/index.html"),
            part("Evidence of each field", "evidence.html"),
            document("The tool", "spec/TOOL.md"),
            document("The generated client", "client-generated/README.md"),
            document("Templates", "client-generated/templates/README.md")),
        section(
            "Contract team",
            document("Contract tests", "contract-tests/README.md"),
            document("Pacts", "contract-tests/pacts/README.md"),
            part("Contract report", "report/index.html")),
        section(
            "Another language",
            document("Ten languages", "spec/LANGUAGES.md"),
            document("What they lose", "spec/POLYGLOT.md"),
            part("Wire cases", "wire-cases/index.html")),
        section(
            "Maintainer",
            document("Contributing", ".github/CONTRIBUTING.md"),
            document("Architecture", ".github/ARCHITECTURE.md"),
            document("Decisions", ".github/DECISIONS.md"),
            document("Compatibility", ".github/COMPATIBILITY.md"),
            document("Releasing", ".github/RELEASING.md"),
            document("Cost of a merge", "spec/COST.md")));
  }

  private MenuSection section(String role, MenuEntry... entries) {
    return new MenuSection(role, Stream.of(entries).filter(this::exists).toList());
  }

  private boolean exists(MenuEntry entry) {
    return PARTS.contains(entry.page())
        || documents.stream().anyMatch(document -> pageOf(document).equals(entry.page()));
  }

  private static MenuEntry document(String title, String document) {
    return new MenuEntry(title, pageOf(document));
  }

  private static MenuEntry part(String title, String page) {
    return new MenuEntry(title, page);
  }
}
