package io.github.videotasks.spec.completeness;

import io.github.videotasks.spec.finding.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places that the findings of a merge report, by rule. */
final class FindingPlaces {
  /** The rules that name each keyword once a document. */
  private static final Set<String> NAMING = Set.of("unread-keyword", "vendor-extension");

  private static final Pattern LINES = Pattern.compile("lines? (\\d+(?:, \\d+)*(?: and \\d+)?)");
  private static final Pattern PLACE = Pattern.compile("(pages/[^ :,]+):(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Map<String, Set<Integer>> linesByRuleAndPage = new HashMap<>();
  private final Map<String, StringBuilder> namesByPage = new HashMap<>();

  FindingPlaces(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.action().startsWith("Kept ") && !finding.rule().equals("base-path")) {
        continue; // What is kept justifies no loss.
      }
      String page = finding.location().file();
      Set<Integer> lines =
          linesByRuleAndPage.computeIfAbsent(finding.rule() + " " + page, k -> new HashSet<>());
      lines.add(finding.location().line());
      Matcher more = LINES.matcher(finding.message());
      while (more.find()) {
        NUMBER.matcher(more.group(1)).results().forEach(n -> lines.add(Integer.valueOf(n.group())));
      }
      Matcher elsewhere = PLACE.matcher(finding.message());
      while (elsewhere.find()) {
        linesByRuleAndPage
            .computeIfAbsent(finding.rule() + " " + elsewhere.group(1), k -> new HashSet<>())
            .add(Integer.valueOf(elsewhere.group(2)));
      }
      if (NAMING.contains(finding.rule())) {
        namesByPage.computeIfAbsent(page, p -> new StringBuilder()).append(finding.message());
      }
    }
  }

  /** Returns whether a rule reports the value of a difference or something that contains it. */
  boolean report(String rule, ContractDifference difference) {
    return report(rule, difference.keyword(), difference.place())
        || difference.others().stream().anyMatch(it -> report(rule, difference.keyword(), it));
  }

  private boolean report(String rule, String keyword, ModelPlace place) {
    String page = place.page().name();
    StringBuilder messages = namesByPage.get(page);
    if (NAMING.contains(rule) && messages != null) {
      if (messages.indexOf("'" + keyword + "'") >= 0) {
        return true;
      }
    }
    Set<Integer> reported = linesByRuleAndPage.getOrDefault(rule + " " + page, Set.of());
    return place.lines().stream().anyMatch(reported::contains);
  }
}
