package io.github.videotasks.spec.finding;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What findings of one page have in common: rule, severity and wording. Quoted text, names, numbers
 * and what follows a colon may differ; a lower-case word outside quotes is wording.
 */
record FindingKind(String file, String rule, Severity severity, String message, String action) {
  static final String MASK = "…";

  private static final Pattern DETAIL = Pattern.compile(": .*", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("'.*?'(?=[\\s,.;:)]|$)", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("(?<=^|\\s)(?!\\(?[a-z]*(?:[-'][a-z]+)*[,;:.)]*(?:\\s|$))\\S+");
  private static final Pattern MASKS = Pattern.compile(MASK + "(?:[,\\s]+(?:and )?" + MASK + ")+");

  /**
   * Returns the kind of a finding.
   *
   * @param masks receives the wording of each text, because few texts are in many findings
   */
  static FindingKind of(Finding finding, Map<String, String> masks) {
    return new FindingKind(
        finding.location().file(),
        finding.rule(),
        finding.severity(),
        masks.computeIfAbsent(finding.message(), FindingKind::mask),
        masks.computeIfAbsent(finding.action(), FindingKind::mask));
  }

  private static String mask(String sentence) {
    // The first word has a capital letter; every other capital letter belongs to a name.
    String text =
        sentence.isEmpty()
            ? ""
            : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    String unquoted = QUOTED.matcher(text).replaceAll(MASK);
    String plain = DETAIL.matcher(unquoted).replaceFirst(": " + MASK);
    return MASKS.matcher(NAME.matcher(plain).replaceAll(MASK)).replaceAll(MASK);
  }
}
