package io.github.videotasks.spec.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.attention.AttentionKind;
import io.github.videotasks.spec.attention.TableFile;
import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.KnownKeys;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.TextFile;
import io.github.videotasks.spec.rule.RuleDescription;
import io.github.videotasks.spec.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The severities that a team has set for rules and for classes of changes. */
final class Severities {
  /** The file in the folder of the pages. */
  static final String FILE = "severities.yaml";

  /** Nothing is set. */
  static final Severities NONE = new Severities(Map.of(), Map.of());

  private static final String RULE = "severities";
  private static final String RULES = "rules";
  private static final String CHANGES = "changes";
  private static final List<String> VALUES = List.of("error", "warning", "info");

  private final Map<String, Severity> byRule;
  private final Map<String, Severity> byChange;

  private Severities(Map<String, Severity> byRule, Map<String, Severity> byChange) {
    this.byRule = byRule;
    this.byChange = byChange;
  }

  /** Reads the file in a folder like {@code spec/}; without a file nothing is set. */
  static Severities readFolder(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.isRegularFile(file) ? read(file) : NONE;
  }

  /**
   * Reads a file.
   *
   * @throws RejectedInputException when it names an unknown rule, class of changes or severity
   */
  static Severities read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    return parse(name, TextFile.read(file, name));
  }

  static Severities parse(String name, String text) {
    TableFile file = TableFile.parse(RULE, name, text);
    ObjectNode root = file.root(List.of(RULES, CHANGES));
    List<String> rules = RuleSet.descriptions().stream().map(RuleDescription::id).toList();
    return new Severities(
        severities(file, root, RULES, "a rule of RULES.md", rules),
        severities(
            file, root, CHANGES, "one of " + String.join(", ", changeNames()), changeNames()));
  }

  private static Map<String, Severity> severities(
      TableFile file, ObjectNode root, String key, String expected, List<String> names) {
    Map<String, Severity> severities = new HashMap<>();
    ObjectNode entries = file.map(root, key);
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      String name = entry.getKey();
      if (!names.contains(name)) {
        throw file.refused(entries, name, "expected " + expected + KnownKeys.found(name, names));
      }
      String value = entry.getValue().asText();
      if (!VALUES.contains(value)) {
        throw file.refused(
            entries,
            name,
            "expected one of "
                + String.join(", ", VALUES)
                + " for "
                + name
                + ", found '"
                + MessageText.excerpt(value)
                + "'");
      }
      severities.put(name, Severity.valueOf(value.toUpperCase(Locale.ROOT)));
    }
    return severities;
  }

  /** Returns the names of the classes of changes: the impacts, and the kinds of attention. */
  private static List<String> changeNames() {
    return Stream.concat(
            Arrays.stream(Impact.values()).map(Severities::name),
            Arrays.stream(AttentionKind.values()).map(kind -> name(kind.description())))
        .toList();
  }

  private static String name(Impact impact) {
    return name(impact.label());
  }

  private static String name(String description) {
    return description.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Returns the severity of a rule; null when none is set. */
  @Nullable Severity ofRule(String rule) {
    return byRule.get(rule);
  }

  /**
   * Returns the severity of a change: of its kind if one is set, else of its impact.
   *
   * @return null when neither is set
   */
  @Nullable Severity ofChange(Impact impact, String description) {
    Severity kind = impact == Impact.ATTENTION ? byChange.get(name(description)) : null;
    return kind == null ? byChange.get(name(impact)) : kind;
  }
}
