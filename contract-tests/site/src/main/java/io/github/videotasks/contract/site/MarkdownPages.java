package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes Markdown files as pages: the README of the root, and every file that a written page links
 * to. The files of a folder are shown if a document links to the folder.
 */
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
  private final Set<String> found = new HashSet<>();
  private final Deque<String> unwritten = new ArrayDeque<>();

  MarkdownPages(Path root, SiteFolder site, SiteLayout layout) {
    this.root = root;
    this.site = site;
    this.layout = layout;
  }

  /** Writes the pages of all documents and of the files that they link to. */
  void writeAll() throws IOException {
    add("README.md");
    while (!unwritten.isEmpty()) {
      String file = unwritten.remove();
      if (SiteNavigation.isDocument(file)) {
        writeDocument(file);
      } else if (SiteNavigation.pageOf(file).equals(file + ".html")) {
        writeFile(file);
      } // else another part writes its page
    }
  }

  private void add(String file) {
    if (found.add(file)) {
      unwritten.add(file);
      String readme = file + "/README.md";
      if (Files.exists(root.resolve(readme))) {
        add(readme);
      }
    }
  }

  private void writeDocument(String document) throws IOException {
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
    String title = heading.find() ? heading.group(1) : document;
    String page = SiteNavigation.pageOf(document);
    site.write(
        page,
        MermaidDiagrams.isIn(html)
            ? MermaidDiagrams.page(layout, page, title, html)
            : layout.page(page, title, html));
  }

  /** Writes a file as it is, or a folder as links to its files. */
  private void writeFile(String linked) throws IOException {
    Path file = root.resolve(linked);
    String page = SiteNavigation.pageOf(linked);
    String content =
        Files.isDirectory(file)
            ? listing(linked, SiteLayout.toTop(page))
            : "<pre>" + SiteLayout.escape(Files.readString(file)) + "</pre>";
    String heading = "<h1>%s</h1>%n".formatted(SiteLayout.escape(linked));
    site.write(page, layout.page(page, linked, heading + content));
  }

  private String listing(String folder, String toTop) throws IOException {
    StringBuilder list = new StringBuilder("<ul>\n");
    for (String name : FolderListing.fileNames(root.resolve(folder), "")) {
      String file = folder + "/" + name;
      if (Files.isDirectory(root.resolve(file))) {
        list.append("<li>%s/</li>%n".formatted(SiteLayout.escape(name)));
      } else {
        add(file);
        list.append(
            "<li><a href=\"%s%s\">%s</a></li>%n"
                .formatted(
                    toTop,
                    SiteLayout.escape(SiteNavigation.pageOf(file)),
                    SiteLayout.escape(name)));
      }
    }
    return list + "</ul>\n";
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
      visitChildren(link);
      String target = link.getDestination();
      if (target.matches("\\w+:.*") || target.startsWith("#")) {
        return;
      }
      if (document.equals(SiteNavigation.NPM_README)) {
        unlink(link);
      } else {
        link.setDestination(rewritten(target));
      }
    }

    /** Keeps the text of a link: its target is a file that the build adds to the npm package. */
    private void unlink(Link link) {
      for (Node text = link.getFirstChild(); text != null; text = link.getFirstChild()) {
        link.insertBefore(text);
      }
      link.unlink();
    }

    private String rewritten(String target) {
      String[] parts = target.split("#", 2);
      String file = resolve(parts[0]);
      String page = file;
      if (file.endsWith(".svg")) {
        images.add(file);
      } else {
        add(file);
        page = SiteNavigation.pageOf(file);
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
