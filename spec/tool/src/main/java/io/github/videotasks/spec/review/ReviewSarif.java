package io.github.videotasks.spec.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.tree.JsonNodes;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A review as SARIF 2.1.0, which code hosts show beside the vendor's page. */
final class ReviewSarif {
  private final Review review;

  private ReviewSarif(Review review) {
    this.review = review;
  }

  static String of(Review review) {
    return new ReviewSarif(review).write();
  }

  private String write() {
    ObjectNode document = JsonNodes.object();
    document.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    document.put("version", "2.1.0");
    ObjectNode run = document.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "spec-tool");
    ArrayNode rules = driver.putArray("rules");
    Map<String, String> descriptions = new TreeMap<>();
    review.entries().forEach(e -> descriptions.putIfAbsent(e.rule(), ruleText(e)));
    descriptions.forEach(
        (id, text) ->
            rules.addObject().put("id", id).putObject("shortDescription").put("text", text));
    ArrayNode results = run.putArray("results");
    review.entries().forEach(entry -> addResult(results.addObject(), entry));
    return ReviewJson.escapeInvisible(
        new String(JsonNodes.pretty(document), StandardCharsets.UTF_8));
  }

  private static String ruleText(ReviewEntry entry) {
    return entry instanceof ReviewChange
        ? "A change of the contract: " + entry.rule().replace('-', ' ') + "."
        : "A defect of a page; RULES.md describes the rule " + entry.rule() + ".";
  }

  private void addResult(ObjectNode result, ReviewEntry entry) {
    result.put("ruleId", entry.rule());
    result.put(
        "level",
        switch (entry.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "note";
        });
    String providers =
        entry.providers().isEmpty() ? "" : " [" + String.join(", ", entry.providers()) + "]";
    result
        .putObject("message")
        .put(
            "text",
            // Otherwise a text of a page such as [label](target) would be a link.
            (entry.group() + ": " + entry.section() + ": " + EntrySentence.of(entry) + providers)
                .replace("](", "] ("));
    String list = "locations";
    for (PagePlace place : entry.places()) {
      // A result has one location; the others belong to it.
      addLocation(result.withArrayProperty(list).addObject(), place);
      list = "relatedLocations";
    }
    String kind = review.kind() == Review.Kind.CHANGES ? "change/v1" : "finding/v1";
    result.putObject("partialFingerprints").put(kind, entry.id());
    if (entry instanceof ReviewFinding finding) {
      addSuppression(result.putArray("suppressions"), finding);
    }
  }

  /** Without an element, SARIF says that the result is not suppressed. */
  private static void addSuppression(ArrayNode suppressions, ReviewFinding finding) {
    Acceptance acceptance = finding.acceptance();
    if (acceptance != null && finding.severity() != Severity.ERROR) {
      suppressions
          .addObject()
          .put("kind", "external")
          .put("status", finding.suppressed() ? "accepted" : "underReview")
          .put("justification", acceptance.sentence());
    }
  }

  private void addLocation(ObjectNode location, PagePlace place) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(review.pagePath(place)));
    if (place.location().line() > 0) {
      physical.putObject("region").put("startLine", place.location().line());
    }
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("expected a relative path, found " + path, e);
    }
  }
}
