package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.write.CanonicalYaml;
import io.github.videotasks.spec.write.Sha256;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The entry of a {@code CHANGELOG.md} that two editions of a contract ask for. It names the SHA-256
 * of the contract, so that a contract that changed again no longer fits its entry.
 *
 * @param previousVersion the version of the old edition
 * @param version the version of the new edition; the next one that the changes ask for, unless the
 *     new edition already says a higher one
 * @param sha256 the SHA-256 of the new edition once it says that version
 * @param changes what changed, the worst first
 */
public record ChangelogEntry(
    SemanticVersion previousVersion, SemanticVersion version, String sha256, List<Change> changes) {
  private static final String CONTRACT_FILE = "openapi.yaml";
  private static final Map<Impact, String> HEADINGS =
      new EnumMap<>(
          Map.of(
              Impact.BREAKING, "Breaking",
              Impact.BREAKING_FOR_GENERATED_CODE, "Breaking for generated code only",
              Impact.COMPATIBLE, "Added",
              Impact.NONE, "Texts and extensions"));

  /**
   * Proposes an entry.
   *
   * @param before the contract as it was
   * @param after the contract as it is
   * @throws RejectedInputException when one of them is refused or has no version of the form 1.0.0
   */
  public static ChangelogEntry between(byte[] before, byte[] after) {
    JsonNode was = ContractReader.parseContract(before, CONTRACT_FILE);
    JsonNode is = ContractReader.parseContract(after, CONTRACT_FILE);
    SemanticVersion said = version(is);
    List<Change> changes = ContractDiff.between(was, is);
    SemanticVersion asked = version(was).bump(SemverLevel.of(changes));
    SemanticVersion version = said.compareTo(asked) < 0 ? asked : said;
    byte[] released = after;
    if (!version.equals(said)) {
      ((ObjectNode) is.path("info")).put("version", version.toString());
      released = CanonicalYaml.serialize((ObjectNode) is);
    }
    return new ChangelogEntry(version(was), version, Sha256.hex(released), changes);
  }

  /** Gives the version that a contract says. */
  static SemanticVersion version(JsonNode contract) {
    String text = contract.path("info").path("version").asText();
    SemanticVersion version = SemanticVersion.parse(text);
    if (version == null) {
      throw new RejectedInputException(
          "odd-version",
          new SourceLocation(CONTRACT_FILE, 0),
          "expected an info.version such as 1.0.0, found '" + MessageText.excerpt(text) + "'",
          "Give the contract a semantic version");
    }
    return version;
  }

  /** Gives the entry as Markdown; it ends with a line feed. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("## " + version + "\n\n");
    text.append("`openapi.yaml`: SHA-256 `").append(sha256).append("`\n");
    HEADINGS.forEach((impact, heading) -> appendSection(text, heading, impact));
    return text.toString();
  }

  private void appendSection(StringBuilder text, String heading, Impact impact) {
    List<Change> those =
        changes.stream()
            .filter(change -> change.impact() == impact && !isVersionChange(change))
            .toList();
    if (!those.isEmpty()) {
      text.append("\n### ").append(heading).append("\n\n");
      those.forEach(change -> text.append("* ").append(formatChange(change)).append('\n'));
    }
  }

  /** The heading says it. */
  private static boolean isVersionChange(Change change) {
    return change.location().equals("info") && change.description().equals("version changed");
  }

  /** What a text was and is, the contract says; the entry names the place. */
  private static String formatChange(Change change) {
    String line =
        DiffReportFormat.escapeCell(change.location())
            + ": "
            + DiffReportFormat.escapeCell(change.description());
    if (change.impact() == Impact.NONE || change.before().equals(change.after())) {
      return line;
    }
    return line + ": " + formatValue(change.before()) + " -> " + formatValue(change.after());
  }

  private static String formatValue(String text) {
    return text.isEmpty() ? "(nothing)" : DiffReportFormat.escapeCell(text);
  }
}
