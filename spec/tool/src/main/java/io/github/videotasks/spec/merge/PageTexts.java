package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Selects the titles, summaries and descriptions outside of schemas that the contract uses. */
final class PageTexts {
  private final List<SpecDocument> documents;

  PageTexts(List<SpecDocument> documents) {
    this.documents = documents;
  }

  /** Returns the pages' texts for a key of {@code info}. */
  TextVariants info(String key) {
    TextVariants variants = new TextVariants();
    documents.forEach(d -> variants.add(d, d.root().path("info"), key));
    return variants;
  }

  /** Returns the pages' texts for a key of an operation, such as {@code summary}. */
  static TextVariants of(MergedOperation operation, String key) {
    TextVariants variants = new TextVariants();
    operation.sources().forEach(s -> variants.add(s.document(), s.declaration().node(), key));
    return variants;
  }

  /**
   * Reports each text that the contract does not use.
   *
   * @param contract the contract after the corrections
   */
  void report(List<MergedOperation> operations, JsonNode contract, Findings out) {
    JsonNode info = contract.path("info");
    info("title").reportDifferences("the title", info.path("title"), out);
    info("version").reportDifferences("the version", info.path("version"), out);
    for (MergedOperation operation : operations) {
      JsonNode written =
          contract
              .path("paths")
              .path(operation.path())
              .path(operation.method().toLowerCase(Locale.ROOT));
      report(operation, written, out);
    }
  }

  private static void report(MergedOperation operation, JsonNode written, Findings out) {
    String name = operation.method() + " " + MessageText.excerpt(operation.path());
    of(operation, "summary")
        .reportDifferences("the summary of " + name, written.path("summary"), out);
    of(operation, "description")
        .reportDifferences("the description of " + name, written.path("description"), out);
    operation
        .bodyDescriptions()
        .reportDifferences(
            "the description of the body of " + name,
            written.path("requestBody").path("description"),
            out);
    for (String status : operation.responses().keySet()) {
      operation
          .responseDescriptions(status)
          .reportDifferences(
              "the description of response " + status + " of " + name,
              written.path("responses").path(status).path("description"),
              out);
    }
    Map<String, JsonNode> descriptions = parameterDescriptions(written);
    for (MergedParameter parameter : operation.parameters().values()) {
      parameter
          .descriptions()
          .reportDifferences(
              "the description of " + MessageText.excerpt(parameter.name()) + " of " + name,
              descriptions.getOrDefault(
                  parameter.in() + ":" + parameter.name(), MissingNode.getInstance()),
              out);
    }
  }

  /** Returns the description of each parameter, by its location and name. */
  private static Map<String, JsonNode> parameterDescriptions(JsonNode operation) {
    Map<String, JsonNode> descriptions = new HashMap<>();
    for (JsonNode written : operation.path("parameters")) {
      descriptions.put(
          written.path("in").asText() + ":" + written.path("name").asText(),
          written.path("description"));
    }
    return descriptions;
  }
}
