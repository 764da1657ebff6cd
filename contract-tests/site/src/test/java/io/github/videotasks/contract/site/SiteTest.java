package io.github.videotasks.contract.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site of this repository: its links have targets, and nothing of it is on another host. */
class SiteTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** A link without a scheme: path, then anchor. */
  private static final Pattern LINK =
      Pattern.compile("(?:href|src|srcset)=\"(?!\\w+:)([^\"#]*)(?:#([^\"]*))?\"");

  /** What a browser would load from elsewhere. */
  private static final Pattern EXTERNAL_FILE =
      Pattern.compile("<(?:script|img|link|source|iframe)\\b[^>]*(?:src|srcset|href)=\"https?:");

  @TempDir private static Path folder;

  private static final Map<Path, String> PAGES = new HashMap<>();

  @BeforeAll
  static void writeSite() throws IOException {
    SiteBuilder.writePages(ROOT, SiteFolder.replace(folder));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
        PAGES.put(file, Files.readString(file));
      }
    }
  }

  @Test
  void linksHaveTargets() {
    List<String> broken = new ArrayList<>();
    PAGES.forEach(
        (page, html) -> {
          // Data of the reference contain texts that look like HTML.
          String text = html.replaceAll("(?s)<script>.*?</script>", "");
          for (MatchResult link : LINK.matcher(text).results().toList()) {
            if (!hasTarget(page, link.group(1), link.group(2))) {
              broken.add(folder.relativize(page) + ": " + link.group());
            }
          }
        });

    assertThat(PAGES).hasSizeGreaterThan(60);
    assertThat(broken).isEmpty();
  }

  private static boolean hasTarget(Path page, String path, String anchor) {
    Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (target.startsWith(folder.resolve("javadoc"))) {
      return true; // written by another part, which this test leaves out
    }
    if (anchor == null || anchor.isEmpty()) {
      return Files.isRegularFile(target);
    }
    return PAGES.getOrDefault(target, "").contains("id=\"" + anchor + "\"");
  }

  @Test
  void loadsNothingFromOtherHosts() {
    assertThat(PAGES.entrySet())
        .filteredOn(page -> EXTERNAL_FILE.matcher(page.getValue()).find())
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  @Test
  void showsFindingsBelowTheirLine() {
    assertThat(PAGES.get(folder.resolve("findings/chainhub-grok.html")))
        .containsSubsequence(
            "id=\"L13\">13</span>    get:",
            "<b>no-operation-id</b> info: expected an operationId for GET /v1/video/query",
            "id=\"L14\">14</span>");
  }

  @Test
  void linksEachFieldToTheLinesOfThePages() {
    assertThat(PAGES.get(folder.resolve("evidence.html")))
        .containsPattern("<a href=\"findings/(\\S+)\\.html#L(\\d+)\">pages/\\1\\.md:\\2</a>")
        .containsPattern("<a href=\"findings/(\\S+)\\.html#L\\d+\">\\1/\\d+</a>")
        .contains("<td data-title=\"declared by\">");
  }

  @ParameterizedTest
  @CsvSource({
    "index.html#coordinates, implementation(platform(",
    "client-ext/WAITING.html, awaitAsync",
    "evidence.html, findings/jxincm-sora.html#L",
    "contract-tests/README.html#a-live-host, -Dprovider.",
    "spec/README.html#what-you-can-import, npm package",
    "spec/tool/src/npm/README.html, @video-tasks/contract",
    "index.html#when-a-page-changes, -Dspec.accept"
  })
  void menuOfEveryPageLeadsTo(String entry, String text) {
    String page = entry.replaceFirst("#.*", "");

    assertThat(PAGES.get(folder.resolve("findings/index.html")))
        .contains("<li><a href=\"../" + entry + "\">");
    assertThat(PAGES.get(folder.resolve(page))).contains(text);
  }

  @Test
  void pagesHaveTitlesAndALinkToTheirContent() {
    assertThat(PAGES)
        .allSatisfy(
            (page, html) -> {
              if (!isContractReport(page)) {
                assertThat(html)
                    .as(page.toString())
                    .containsPattern("<title>[^<]+ – Video Tasks</title>")
                    .contains("<a class=\"skip\" href=\"#content\">", "<main id=\"content\">");
              }
            });
  }

  /** The contract tests have written it. */
  private static boolean isContractReport(Path page) {
    return page.startsWith(folder.resolve("report"));
  }

  @Test
  void drawsDiagramsAndKeepsTheirSource() {
    assertThat(PAGES.get(folder.resolve(".github/ARCHITECTURE.html")))
        .contains("<pre><code class=\"language-mermaid\">flowchart LR")
        .contains("<script src=\"../mermaid.min.js\"></script>", "mermaid.render(");
    assertThat(folder.resolve("mermaid.min.js")).isNotEmptyFile();
    assertThat(PAGES.get(folder.resolve("index.html"))).doesNotContain("<script");
  }

  @Test
  void opensTheFilesOfLinkedFolders() {
    assertThat(PAGES.get(folder.resolve("spec/corrections.html")))
        .contains("<a href=\"../spec/corrections/030-operations.overlay.yaml.html\">");
  }

  @Test
  void leadsBackFromTheContractReport(@TempDir Path root) throws IOException {
    Path report = root.resolve("contract-tests/suite/target/contract-report");
    Files.createDirectories(report);
    for (String file : List.of("index.html", "index.md", "index.json", "index.schema.json")) {
      Files.writeString(report.resolve(file), "<body class=\"a\"><h1>Report</h1>");
    }
    Path site = root.resolve("site");

    ContractReportPart.write(root, SiteFolder.replace(site), new SiteLayout());

    assertThat(site.resolve("report/index.html"))
        .content()
        .startsWith("<body class=\"a\"><p><a href=\"../index.html\">");
  }

  @Test
  void showsTextOfVendorsAsText() throws IOException {
    String findings = "spec/pages/a.md <img src=x onerror=alert(1)>";

    assertThat(SiteLayout.escape(findings)).doesNotContain("<");
    assertThat(PAGES.get(folder.resolve("spec/canonical/FINDINGS.html")))
        .contains("default-src 'none'")
        .doesNotContain("<script");
  }

  @Test
  void replacesOnlyAnEarlierSite(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> SiteFolder.replace(other))
        .hasMessageContaining("expected a folder with a site, found other files");
    assertThat(other.resolve("mine.txt")).hasContent("mine");
  }
}
