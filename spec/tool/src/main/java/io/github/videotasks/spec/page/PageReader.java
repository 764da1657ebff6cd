package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the OpenAPI documents of one page. A Markdown page has its documents in fenced YAML or JSON
 * blocks between prose; a plain {@code .yaml} or {@code .json} file is one block. After a rejected
 * block the next one is still read.
 */
final class PageReader {
  private static final Set<String> INFO_STRINGS = Set.of("", "yaml", "yml", "json", "openapi");

  /** Detects an OpenAPI document in a block with any other info string. */
  private static final Pattern VERSION_KEY =
      Pattern.compile("(?m)^\\s{0,8}[\"']?(?:openapi|swagger)[\"']?\\s*:");

  private final YamlLimits limits;
  private final YamlReader yaml;

  PageReader(YamlLimits limits) {
    this.limits = limits;
    this.yaml = new YamlReader(limits);
  }

  /**
   * Reads the documents of a page.
   *
   * @param provider the provider that the page describes
   * @param file the page's name, such as {@code pages/acme.md}
   * @param content the page's bytes
   * @param out receives an error for each rejected block, and a finding for each block that is not
   *     an OpenAPI document
   */
  List<SpecDocument> read(Provider provider, String file, byte[] content, Findings out) {
    List<SpecDocument> documents = new ArrayList<>();
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean mdx = extension.equals("mdx");
    boolean markdown = mdx || extension.equals("md") || extension.equals("markdown");
    try {
      String text = decode(file, content);
      List<FencedBlock> blocks =
          mdx
              ? FenceScanner.scanMdx(text)
              : markdown ? FenceScanner.scan(text) : List.of(new FencedBlock("", text, 1, true));
      boolean rejected = false;
      for (FencedBlock block : blocks) {
        rejected |= !readBlock(provider, file, block, markdown, documents, out);
      }
      if (documents.isEmpty() && !rejected) {
        throw noDocument(file, markdown);
      }
    } catch (RejectedInputException e) {
      out.add(e.finding());
    }
    return documents;
  }

  private static RejectedInputException noDocument(String file, boolean markdown) {
    return new RejectedInputException(
        "no-document",
        new SourceLocation(file, 1),
        markdown
            ? "expected a fenced block with an OpenAPI document, found none"
            : "expected an OpenAPI document, found none",
        "Put the document between ```yaml and ```, or move the file out of the pages");
  }

  private String decode(String file, byte[] content) {
    if (content.length > limits.maxBytes()) {
      throw TextFile.tooLarge(file, limits.maxBytes(), content.length);
    }
    return TextFile.decode(content, file);
  }

  /** Returns false when the block was rejected. */
  private boolean readBlock(
      Provider provider,
      String file,
      FencedBlock block,
      boolean markdown,
      List<SpecDocument> to,
      Findings out) {
    String format = block.infoString().split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT);
    boolean named = INFO_STRINGS.contains(format) || VERSION_KEY.matcher(block.text()).find();
    if (!named || (markdown && !mayBeDocument(block.text()))) {
      out.add(ignoredBlock(file, block, "a fenced block without the keys of an OpenAPI document"));
      return true;
    }
    if (!block.closed()) {
      out.add(
          new Finding(
              "unclosed-fence",
              Severity.WARNING,
              new SourceLocation(file, block.firstLine() - 1),
              "expected a closing fence, found the end of the file",
              "Read to the end of the file"));
    }
    List<YamlReader.YamlDocument> trees = new ArrayList<>();
    boolean kept = true;
    try {
      yaml.read(block.text(), file, block.firstLine(), trees);
    } catch (RejectedInputException e) {
      // Documents before the rejected one in the same block are still read.
      out.add(e.finding());
      kept = false;
    }
    for (YamlReader.YamlDocument tree : trees) {
      tree.findings().forEach(out::add);
      if (!(tree.root() instanceof ObjectNode object)) {
        out.add(ignoredBlock(file, block, "a YAML document that is not OpenAPI"));
        continue;
      }
      SpecDocument document = new SpecDocument(provider, file, object, tree.lines());
      Finding unnamed = MissingVersionKey.find(document);
      if (object.has("openapi") || object.has("swagger")) {
        to.add(document);
      } else if (unnamed != null) {
        out.add(unnamed);
        kept = false;
      } else {
        out.add(ignoredBlock(file, block, "a YAML document that is not OpenAPI"));
      }
    }
    return kept;
  }

  private static boolean mayBeDocument(String text) {
    return text.contains("openapi") || text.contains("swagger") || text.contains("paths");
  }

  private static Finding ignoredBlock(String file, FencedBlock block, String what) {
    return new Finding(
        "not-openapi",
        Severity.INFO,
        new SourceLocation(file, block.firstLine()),
        "found " + what,
        "Ignored");
  }
}
