package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Writes Markdown files as pages, with their links to other files of the repository. */
final class MarkdownPages {

  /** Derived files quote the vendors' pages, so their HTML is shown and not used. */
  private static final Pattern QUOTES_PAGES =
      Pattern.compile("spec/(?:canonical/.*|CHANGELOG\\.md|REVIEW\\.md)");

  private static final Pattern IMAGE_IN_HTML = Pattern.compile("(?:src|srcset)=\"([^\"]+)\"");

  private static final Pattern FIRST_HEADING = Pattern.compile("(?m)^# (.*)$");

  private final Path root;
  private final SiteFolder site;
  private final SiteLayout layout;
  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final Set<String> documents;
  private final SortedSet<String> linkedFiles = new TreeSet<>();

  MarkdownPages(Path root, SiteFolder site, SiteLayout layout, Set<String> documents) {
    this.root = root;
    this.site = site;
    this.layout = layout;
    this.documents = documents;
  }

  /** Writes the pages of all documents and of the files that they link to. */
  void writeAll() throws IOException {
    for (String document : documents) {
      write(document);
    }
    writeLinkedFiles();
  }

  /** Writes the page of a document. */
  private void write(String document) throws IOException {
    String markdown = Files.readString(root.resolve(document));
    Node tree = parser.parse(markdown);
    LinkRewriter links = new LinkRewriter(document);
    tree.accept(links);
    for (String image : links.images) {
      site.copy(root.resolve(image), image);
    }
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .attributeProviderFactory(context -> new HeadingAnchors())
            .escapeHtml(QUOTES_PAGES.matcher(document).matches())
            .sanitizeUrls(true)
            .build();
    String html =
        renderer
            .render(tree)
            .replace("<table>", "<div class=\"table\"><table>")
            .replace("</table>", "</table></div>");
    Matcher heading = FIRST_HEADING.matcher(markdown);
    String page = SiteNavigation.pageOf(document);
    site.write(page, layout.page(page, heading.find() ? heading.group(1) : document, html));
  }

  /** Writes the files and folders that the documents link to, as they are. */
  private void writeLinkedFiles() throws IOException {
    for (String linked : linkedFiles) {
      Path file = root.resolve(linked);
      String page = linked + ".html";
      String content;
      if (Files.isDirectory(file)) {
        try (Stream<Path> files = Files.list(file)) {
          content =
              String.join("\n", files.map(it -> it.getFileName().toString()).sorted().toList());
        }
      } else {
        content = Files.readString(file);
      }
      site.write(
          page,
          layout.page(
              page,
              linked,
              "<h1>%s</h1>%n<pre>%s</pre>"
                  .formatted(SiteLayout.escape(linked), SiteLayout.escape(content))));
    }
  }

  /** Replaces relative links by links to pages of the site. */
  private final class LinkRewriter extends AbstractVisitor {

    private final String document;
    private final SortedSet<String> images = new TreeSet<>();

    LinkRewriter(String document) {
      this.document = document;
    }

    @Override
    public void visit(Link link) {
      String target = link.getDestination();
      if (!target.matches("\\w+:.*") && !target.startsWith("#")) {
        link.setDestination(rewritten(target));
      }
      visitChildren(link);
    }

    private String rewritten(String target) {
      String[] parts = target.split("#", 2);
      String file = resolve(parts[0]);
      String page;
      if (file.endsWith(".svg")) {
        images.add(file);
        page = file;
      } else if (file.matches("spec/pages/(?!README).*\\.md")) {
        page = "findings/" + file.substring("spec/pages/".length()).replaceFirst("\\.md$", ".html");
      } else if (documents.contains(file)) {
        page = SiteNavigation.pageOf(file);
      } else {
        linkedFiles.add(file);
        page = file + ".html";
      }
      return SiteLayout.toTop(document) + page + (parts.length > 1 ? "#" + parts[1] : "");
    }

    @Override
    public void visit(Image image) {
      images.add(resolve(image.getDestination()));
    }

    @Override
    public void visit(HtmlInline html) {
      addImages(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      addImages(html.getLiteral());
    }

    private void addImages(String html) {
      IMAGE_IN_HTML.matcher(html).results().forEach(it -> images.add(resolve(it.group(1))));
    }

    /** Returns the path from the root of what a link of the document leads to. */
    private String resolve(String target) {
      Path file = Path.of("/" + document).resolveSibling(target).normalize();
      return file.toString().substring(1).replace('\\', '/');
    }
  }
}
