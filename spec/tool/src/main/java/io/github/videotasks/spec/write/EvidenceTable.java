package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.DeclaredSchema;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.Occurrence;
import io.github.videotasks.spec.evidence.TimestampFormat;
import io.github.videotasks.spec.tree.DeclaredForms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes {@code evidence.tsv}: one line for each field of the canonical contract. */
public final class EvidenceTable {
  private static final String HEADER =
      "field\ttype\trequired\tproviders\tdeclared by\tshown by\tshown as\ttime\tcorrections\n";

  private final List<String> rows = new ArrayList<>();

  /** Creates a table without rows. */
  public EvidenceTable() {}

  /**
   * Adds a field.
   *
   * @param name the field, such as {@code VideoTask.status}
   * @param written the field's schema in the contract
   * @param required whether the contract requires it
   * @param evidence the evidence for it; empty when only a correction adds the field
   * @param corrections the corrections that changed it
   */
  public void add(
      String name,
      JsonNode written,
      boolean required,
      FieldEvidence evidence,
      Collection<String> corrections) {
    String field = name.substring(name.lastIndexOf('.') + 1);
    rows.add(
        String.join(
            "\t",
            escapeCell(name),
            describeType(written),
            required ? "required" : "optional",
            String.join(" ", evidence.providerIds()),
            declarations(evidence),
            exampleCounts(evidence),
            exampleTypes(evidence),
            timestampFormats(field, evidence),
            String.join(" ", corrections)));
  }

  /** {@return the content of the file} */
  public byte[] write() {
    String text = HEADER + rows.stream().map(r -> r + "\n").collect(Collectors.joining());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String describeType(JsonNode written) {
    if (written.has("allOf") || written.has("$ref")) {
      JsonNode ref = written.has("$ref") ? written : written.path("allOf").path(0);
      return ref.path("$ref").asText().replaceFirst(".*/", "");
    }
    if (written.has(DeclaredForms.KEYWORD)) {
      return "untyped: " + DeclaredForms.types(written);
    }
    String type = written.path("type").asText("untyped");
    return type.equals("array") ? "array of " + describeType(written.path("items")) : type;
  }

  private static String declarations(FieldEvidence evidence) {
    return evidence.declarations().stream()
        .map(EvidenceTable::declarations)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String declarations(DeclaredSchema declared) {
    String keywords = declared.keywordSummary();
    String type = declared.type();
    String typeText =
        type == null
            ? (keywords.isEmpty() ? "untyped" : "")
            : keywords.isEmpty() ? type : type + " ";
    return escapeCell(declared.location() + " " + typeText + keywords);
  }

  /** Returns the examples with the field, each with its count when that is more than 1. */
  private static String exampleCounts(FieldEvidence evidence) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    evidence.occurrences().forEach(s -> counts.merge(s.example().id(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " x" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String exampleTypes(FieldEvidence evidence) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Occurrence shown : evidence.occurrences()) {
      counts.merge(shown.type(), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String timestampFormats(String field, FieldEvidence evidence) {
    Map<TimestampFormat, TreeSet<String>> units = new TreeMap<>();
    for (Occurrence shown : evidence.occurrences()) {
      TimestampFormat unit = TimestampFormat.detect(field, shown.value());
      if (unit != null) {
        units.computeIfAbsent(unit, u -> new TreeSet<>()).add(shown.example().id());
      }
    }
    return units.entrySet().stream()
        .map(e -> e.getKey().label() + " (" + String.join(", ", e.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }

  /** Escapes tabs and line breaks, so that a name from a page cannot break the table. */
  private static String escapeCell(String text) {
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }
}
