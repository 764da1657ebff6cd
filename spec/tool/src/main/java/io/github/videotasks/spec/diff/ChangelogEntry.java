package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.MarkdownText;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.write.CanonicalYaml;
import io.github.videotasks.spec.write.Sha256;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An entry of {@code CHANGELOG.md} for the changes between two contracts. It contains the SHA-256
 * of the new contract, so that a contract that changed again no longer matches its entry.
 *
 * @param previousVersion the version of the old contract
 * @param version the version of the new contract: the next one that the changes require, unless the
 *     new contract already has a higher one
 * @param sha256 the SHA-256 of the new contract with that version
 * @param changes the changes, the worst first
 */
public record ChangelogEntry(
    SemanticVersion previousVersion, SemanticVersion version, String sha256, List<Change> changes) {
  private static final String CONTRACT_FILE = "openapi.yaml";
  private static final Map<Impact, String> HEADINGS =
      new EnumMap<>(
          Map.of(
              Impact.BREAKING, "Breaking",
              Impact.BREAKING_FOR_GENERATED_CODE, "Breaking for generated code only",
              Impact.ATTENTION, "Attention",
              Impact.COMPATIBLE, "Added",
              Impact.NONE, "Texts and extensions"));

  /**
   * Proposes an entry.
   *
   * @param before the old contract, in YAML
   * @param after the new contract, in YAML
   * @return the entry
   * @throws RejectedInputException when one of them is refused or has no version of the form 1.0.0
   */
  public static ChangelogEntry between(byte[] before, byte[] after) {
    JsonNode was = ContractReader.parseContract(before, CONTRACT_FILE);
    JsonNode is = ContractReader.parseContract(after, CONTRACT_FILE);
    SemanticVersion declared = version(is);
    List<Change> changes = ContractDiff.between(was, is);
    SemanticVersion required = version(was).bump(SemverLevel.of(changes));
    SemanticVersion version = declared.compareTo(required) < 0 ? required : declared;
    byte[] released = after;
    if (!version.equals(declared)) {
      ((ObjectNode) is.path("info")).put("version", version.toString());
      released = CanonicalYaml.serialize((ObjectNode) is);
    }
    return new ChangelogEntry(version(was), version, Sha256.hex(released), changes);
  }

  /**
   * {@return the changes except that of the version, which the heading shows}
   *
   * @param changes all changes of a new version
   */
  public static List<Change> withoutVersion(List<Change> changes) {
    return changes.stream().filter(change -> !isVersionChange(change)).toList();
  }

  /**
   * {@return the {@code info.version} of a contract}
   *
   * @param contract the contract, in YAML
   * @throws RejectedInputException when it has none of the form 1.0.0
   */
  public static SemanticVersion version(byte[] contract) {
    return version(ContractReader.parseContract(contract, CONTRACT_FILE));
  }

  /** Returns the {@code info.version} of a contract. */
  static SemanticVersion version(JsonNode contract) {
    String text = contract.path("info").path("version").asText();
    SemanticVersion version = SemanticVersion.parse(text);
    if (version == null) {
      throw new RejectedInputException(
          "odd-version",
          new SourceLocation(CONTRACT_FILE, 0),
          "expected an info.version such as 1.0.0, found '" + MessageText.excerpt(text) + "'",
          "Set info.version to a semantic version");
    }
    return version;
  }

  /** {@return the entry as Markdown; it ends with a line feed} */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("## " + version + "\n\n");
    text.append("`openapi.yaml`: SHA-256 `").append(sha256).append("`\n");
    HEADINGS.forEach((impact, heading) -> appendSection(text, heading, impact));
    return text.toString();
  }

  private void appendSection(StringBuilder text, String heading, Impact impact) {
    List<Change> selected =
        changes.stream()
            .filter(change -> change.impact() == impact && !isVersionChange(change))
            .toList();
    if (!selected.isEmpty()) {
      text.append("\n### ").append(heading).append("\n\n");
      selected.forEach(change -> text.append("* ").append(formatChange(change)).append('\n'));
    }
  }

  /** The change of the version is omitted, because the heading already shows it. */
  private static boolean isVersionChange(Change change) {
    return change.location().equals("info") && change.description().equals("version changed");
  }

  /**
   * {@return a change as a line of an entry, without the values of changed texts: they are long,
   * and the contract contains them}
   *
   * @param change any change
   */
  public static String formatChange(Change change) {
    String line = escape(change.location()) + ": " + escape(change.description());
    if (change.impact() == Impact.NONE || change.before().equals(change.after())) {
      return line;
    }
    return line + ": " + formatValue(change.before()) + " -> " + formatValue(change.after());
  }

  private static String formatValue(String text) {
    return text.isEmpty() ? "(nothing)" : escape(text);
  }

  private static String escape(String text) {
    return MarkdownText.escape(MessageText.excerpt(text));
  }
}
