package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.write.CanonicalYaml;
import io.github.videotasks.spec.write.Sha256;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The entry of a {@code CHANGELOG.md} that two editions of a contract ask for. It names the SHA-256
 * of the contract, so that a contract that changed again no longer fits its entry.
 *
 * @param before the version of the old edition
 * @param version the version of the new edition; the next one that the changes ask for, unless the
 *     new edition already says a higher one
 * @param sha256 the SHA-256 of the new edition once it says that version
 * @param changes what changed, the worst first
 */
public record ChangelogEntry(Version before, Version version, String sha256, List<Change> changes) {
  private static final String NAME = "openapi.yaml";
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
   * @throws RefusedException when one of them is refused or has no version of the form 1.0.0
   */
  public static ChangelogEntry between(byte[] before, byte[] after) {
    JsonNode was = ContractReader.contract(before, NAME);
    JsonNode is = ContractReader.contract(after, NAME);
    Version said = version(is);
    List<Change> changes = ContractDiff.between(was, is);
    Version asked = version(was).next(Step.of(changes));
    Version version = said.compareTo(asked) < 0 ? asked : said;
    byte[] released = after;
    if (!version.equals(said)) {
      ((ObjectNode) is.path("info")).put("version", version.toString());
      released = CanonicalYaml.text((ObjectNode) is);
    }
    return new ChangelogEntry(version(was), version, Sha256.of(released), changes);
  }

  /** Gives the version that a contract says. */
  static Version version(JsonNode contract) {
    String text = contract.path("info").path("version").asText();
    Version version = Version.of(text);
    if (version == null) {
      throw new RefusedException(
          "odd-version",
          new Place(NAME, 0),
          "expected an info.version such as 1.0.0, found '" + Texts.shown(text) + "'",
          "Give the contract a semantic version");
    }
    return version;
  }

  /** Gives the entry as Markdown; it ends with a line feed. */
  public String markdown() {
    StringBuilder text = new StringBuilder("## " + version + "\n\n");
    text.append("`openapi.yaml`: SHA-256 `").append(sha256).append("`\n");
    HEADINGS.forEach((impact, heading) -> section(text, heading, impact));
    return text.toString();
  }

  private void section(StringBuilder text, String heading, Impact impact) {
    List<Change> those =
        changes.stream().filter(change -> change.impact() == impact && !isVersion(change)).toList();
    if (!those.isEmpty()) {
      text.append("\n### ").append(heading).append("\n\n");
      those.forEach(change -> text.append("* ").append(line(change)).append('\n'));
    }
  }

  /** The heading says it. */
  private static boolean isVersion(Change change) {
    return change.place().equals("info") && change.what().equals("version changed");
  }

  /** What a text was and is, the contract says; the entry names the place. */
  private static String line(Change change) {
    String line = DiffReport.cell(change.place()) + ": " + DiffReport.cell(change.what());
    if (change.impact() == Impact.NONE || change.before().equals(change.after())) {
      return line;
    }
    return line + ": " + value(change.before()) + " -> " + value(change.after());
  }

  private static String value(String text) {
    return text.isEmpty() ? "(nothing)" : DiffReport.cell(text);
  }
}
