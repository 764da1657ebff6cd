package io.github.videotasks.contract.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report as {@code index.json}. Its form is described by {@code index.schema.json}. */
final class ReportJson {

  /** File name of the JSON Schema beside the report. */
  static final String SCHEMA = "index.schema.json";

  /** Version of the form. It changes when a property is removed or changes its meaning. */
  private static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportJson() {}

  static String of(Report report) throws JsonProcessingException {
    ObjectNode document = JSON.createObjectNode();
    document.put("$schema", SCHEMA).put("version", VERSION);
    document.put("headline", report.headline());
    document.set("broken", JSON.valueToTree(report.broken()));
    document.setAll((ObjectNode) JSON.valueToTree(report));
    return JSON.writeValueAsString(document) + "\n";
  }
}
