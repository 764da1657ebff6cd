package io.github.videotasks.spec.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.attention.TableFile;
import io.github.videotasks.spec.finding.IdentifiedFindings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The findings that a team has accepted until a date, each with its reason. An id is that of a
 * group of findings, which accepts all its places, or that of one place.
 */
public final class KnownFindings {
  /** The file in the folder of the pages. */
  public static final String FILE = "known-findings.yaml";

  private static final String RULE = "known-findings";
  private static final String FINDINGS = "findings";
  private static final Pattern ID = Pattern.compile("f[0-9a-f]{9}");

  /**
   * An entry of the file.
   *
   * @param id the id of a finding
   * @param reason why it is accepted
   * @param until the last day on which it is
   * @param location its line in the file
   */
  public record KnownFinding(String id, String reason, LocalDate until, SourceLocation location) {}

  private final Map<String, KnownFinding> entries;

  private KnownFindings(Map<String, KnownFinding> entries) {
    this.entries = entries;
  }

  /**
   * Reads the file in a folder like {@code spec/}; without a file nothing is accepted.
   *
   * @param folder a folder with the layout of {@code spec/}
   * @return the accepted findings
   * @throws RejectedInputException when an entry lacks an id, a reason or a date, or occurs twice
   * @throws IOException when the file cannot be read
   */
  public static KnownFindings read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.isRegularFile(file)
        ? parse(TextFile.read(file, FILE))
        : new KnownFindings(Map.of());
  }

  static KnownFindings parse(String text) {
    TableFile file = TableFile.parse(RULE, FILE, text);
    ObjectNode root = file.root(List.of(FINDINGS));
    JsonNode list = root.path(FINDINGS);
    if (!list.isArray()) {
      throw file.refused(root, FINDINGS, "expected a list of findings, found something else");
    }
    Map<String, KnownFinding> entries = new LinkedHashMap<>();
    for (JsonNode item : list) {
      KnownFinding entry = entry(file, list, item);
      KnownFinding same = entries.put(entry.id(), entry);
      if (same != null) {
        throw file.refused(
            item,
            "id",
            "expected each id once, found "
                + entry.id()
                + " in line "
                + same.location().line()
                + " as well");
      }
    }
    return new KnownFindings(entries);
  }

  private static KnownFinding entry(TableFile file, JsonNode list, JsonNode item) {
    if (!(item instanceof ObjectNode entry)) {
      throw file.refused(list, "", "expected entries with id, reason and until, found another");
    }
    file.requireKeys(entry, List.of("id", "reason", "until"));
    String id = entry.path("id").asText();
    if (!ID.matcher(id).matches()) {
      throw file.refused(
          entry,
          "id",
          "expected the id of a finding such as f0a1b2c3d4, found '"
              + MessageText.excerpt(id)
              + "'");
    }
    String reason = entry.path("reason").asText().strip();
    if (reason.isEmpty()) {
      throw file.refused(entry, "reason", "expected a reason for " + id + ", found none");
    }
    return new KnownFinding(id, reason, until(file, entry), file.location(entry, "id"));
  }

  private static LocalDate until(TableFile file, ObjectNode entry) {
    String text = entry.path("until").asText();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw file.refused(
          entry,
          "until",
          "expected the last day such as 2030-12-31, found '" + MessageText.excerpt(text) + "'");
    }
  }

  /** {@return whether there is no entry, so that no date matters} */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * {@return the entry of a group, or of all its places, of which the first to expire; null when
   * one is not accepted}
   *
   * @param findings a group of findings
   */
  public @Nullable KnownFinding entryOf(IdentifiedFindings findings) {
    KnownFinding group = entries.get(findings.id());
    if (group != null || !entries.keySet().containsAll(findings.placeIds())) {
      return group;
    }
    return findings.placeIds().stream()
        .flatMap(id -> Stream.ofNullable(entries.get(id)))
        .min(Comparator.comparing(KnownFinding::until))
        .orElse(null);
  }

  /**
   * {@return one line for each entry that no longer occurs or is out of date}
   *
   * @param findings all findings of the pages
   * @param today the current date
   */
  public List<String> problems(List<IdentifiedFindings> findings, LocalDate today) {
    Map<String, String> known = new LinkedHashMap<>();
    for (IdentifiedFindings group : findings) {
      known.put(group.id(), group.group().first().toString());
      for (int i = 0; i < group.placeIds().size(); i++) {
        known.put(group.placeIds().get(i), group.group().places().get(i).toString());
      }
    }
    List<String> problems = new ArrayList<>();
    for (KnownFinding entry : entries.values()) {
      String finding = known.get(entry.id());
      if (finding == null) {
        problems.add(
            entry.location()
                + ": ["
                + RULE
                + "] expected a finding with the id "
                + entry.id()
                + ", found none: it no longer occurs. Delete the entry");
      } else if (today.isAfter(entry.until())) {
        problems.add(
            entry.location()
                + ": ["
                + RULE
                + "] expected a date from "
                + today
                + " on, found until "
                + entry.until()
                + " for "
                + entry.id()
                + ": "
                + finding
                + " Decide again: set a later date with a reason, or delete the entry");
      }
    }
    return problems;
  }
}
