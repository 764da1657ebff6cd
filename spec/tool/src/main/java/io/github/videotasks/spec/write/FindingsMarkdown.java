package io.github.videotasks.spec.write;

import io.github.videotasks.spec.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes {@code FINDINGS.md}: all findings, by page and line. */
public final class FindingsMarkdown {
  // An underscore within a word is not markup.
  private static final Pattern MARKUP =
      Pattern.compile("([\\\\`*\\[\\]<>|#]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}]))");
  private static final Pattern BLANK = Pattern.compile("\\s");

  private FindingsMarkdown() {}

  /** Returns the content of the file. */
  public static byte[] write(List<Finding> findings) {
    StringBuilder text = new StringBuilder("# Findings\n\n");
    text.append("Defects of the pages, and what was done about them. Derived; do not edit.\n\n");
    text.append("| rule | findings |\n|---|---|\n");
    countByRule(findings).forEach((rule, n) -> text.append("| `" + rule + "` | " + n + " |\n"));
    String file = "";
    for (Finding finding : findings) {
      if (!finding.location().file().equals(file)) {
        file = finding.location().file();
        text.append(
            "\n## "
                + escape(file)
                + "\n\n| line | severity | rule | what | done |\n|---|---|---|---|---|\n");
      }
      text.append(row(finding));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Integer> countByRule(List<Finding> findings) {
    Map<String, Integer> counts = new TreeMap<>();
    findings.forEach(f -> counts.merge(f.rule(), 1, Integer::sum));
    return counts;
  }

  private static String row(Finding finding) {
    return "| "
        + String.join(
            " | ",
            Integer.toString(finding.location().line()),
            finding.severity().name().toLowerCase(Locale.ROOT),
            "`" + finding.rule() + "`",
            escape(finding.message()),
            escape(finding.action()))
        + " |\n";
  }

  /** Escapes Markdown, so that text of a page is shown and never rendered. */
  private static String escape(String text) {
    return BLANK.matcher(MARKUP.matcher(text).replaceAll("\\\\$1")).replaceAll(" ");
  }
}
