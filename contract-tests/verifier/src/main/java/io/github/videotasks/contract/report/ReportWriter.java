package io.github.videotasks.contract.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes a report as {@code index.html}, {@code index.md} and {@code index.json}, with the JSON
 * Schema of the last. The HTML page needs neither a network nor a script. Every text in it is
 * escaped, because it may come from pages, hosts and pacts of others.
 */
public final class ReportWriter {

  /** Characters that Markdown would interpret. */
  private static final Pattern MARKDOWN_SYNTAX = Pattern.compile("[\\\\`*_{}\\[\\]|~]|^#");

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

  private final Path folder;

  /**
   * Creates a writer.
   *
   * @param folder created when it does not exist
   */
  public ReportWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the files and replaces existing ones, all of them or none. If an earlier run was
   * interrupted, one line on standard error reports how its report was completed or undone.
   *
   * @param report all parts; those without data are left out of the pages
   * @throws IOException when a file cannot be written; then none has changed
   */
  public void write(Report report) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("index.json", bytes(ReportJson.of(report)));
    files.put(ReportJson.SCHEMA, resource(ReportJson.SCHEMA));
    files.put(
        "index.html",
        bytes(render("report.html.mustache", Mustache.compiler().escapeHTML(true), report)));
    files.put(
        "index.md",
        bytes(
            render(
                "report.md.mustache",
                Mustache.compiler().withEscaper(ReportWriter::escapeMarkdown),
                report)));
    new ReportFiles(folder, System.err::println).replace(files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Escapes a text so that Markdown shows it literally, also in a table. */
  static String escapeMarkdown(String text) {
    String oneLine = LINE_BREAKS.matcher(text).replaceAll(" ");
    String withoutTags = oneLine.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return MARKDOWN_SYNTAX.matcher(withoutTags).replaceAll("\\\\$0");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream content =
        Objects.requireNonNull(ReportWriter.class.getResourceAsStream(name), name)) {
      return content.readAllBytes();
    }
  }

  private static String render(String template, Mustache.Compiler compiler, Report report)
      throws IOException {
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(ReportWriter.class.getResourceAsStream(template), template),
            StandardCharsets.UTF_8)) {
      return compiler
          .nullValue("")
          .emptyStringIsFalse(true)
          .compile(text)
          .execute(Map.of("report", report));
    }
  }
}
