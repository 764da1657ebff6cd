package io.github.videotasks.spec.write;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.finding.IdentifiedFindings;
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

  /**
   * {@return the content of the file: one row for each group}
   *
   * @param findings the groups, in the order of the file
   */
  public static byte[] write(List<IdentifiedFindings> findings) {
    StringBuilder text = new StringBuilder("# Findings\n\n");
    text.append("Defects of the pages, and what was done about them. Derived; do not edit.\n\n");
    text.append("| rule | findings | places |\n|---|---|---|\n");
    countByRule(findings)
        .forEach(
            (rule, n) -> text.append("| `" + rule + "` | " + n.groups + " | " + n.places + " |\n"));
    String file = "";
    for (IdentifiedFindings identified : findings) {
      Finding finding = identified.group().first();
      if (!finding.location().file().equals(file)) {
        file = finding.location().file();
        text.append(
            "\n## "
                + escape(file)
                + "\n\n| line | severity | rule | what | done | id |\n|---|---|---|---|---|---|\n");
      }
      text.append(row(identified));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private record Count(int groups, int places) {
    Count plus(Count other) {
      return new Count(groups + other.groups, places + other.places);
    }
  }

  private static Map<String, Count> countByRule(List<IdentifiedFindings> findings) {
    Map<String, Count> counts = new TreeMap<>();
    findings.forEach(
        f ->
            counts.merge(
                f.group().first().rule(), new Count(1, f.group().places().size()), Count::plus));
    return counts;
  }

  private static String row(IdentifiedFindings identified) {
    FindingGroup group = identified.group();
    Finding finding = group.first();
    return "| "
        + String.join(
            " | ",
            escape(finding.location().inFile()),
            finding.severity().name().toLowerCase(Locale.ROOT),
            "`" + finding.rule() + "`",
            escape(group.message()),
            escape(finding.action()),
            identified.id())
        + " |\n";
  }

  /** Escapes Markdown, so that text of a page is shown and never rendered. */
  private static String escape(String text) {
    return BLANK.matcher(MARKUP.matcher(text).replaceAll("\\\\$1")).replaceAll(" ");
  }
}
