package io.github.videotasks.spec.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.PrintableText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A review as JSON, for programs. {@code review.schema.json} beside this class describes it. */
final class ReviewJson {
  /** Increased when a property changes its meaning or is removed. */
  static final int VERSION = 1;

  private ReviewJson() {}

  static String of(Review review) {
    ObjectNode report = JsonNodes.object().put("version", VERSION);
    report.put("kind", review.kind().name().toLowerCase(Locale.ROOT));
    if (review.kind() == Review.Kind.CHANGES) {
      report.put("step", review.step().label());
    }
    ArrayNode list = report.putArray("entries");
    review.entries().forEach(entry -> add(list.addObject(), entry));
    return escapeInvisible(new String(JsonNodes.pretty(report), StandardCharsets.UTF_8));
  }

  private static void add(ObjectNode node, ReviewEntry entry) {
    node.put("id", entry.id());
    if (entry instanceof ReviewChange change) {
      node.put("class", entry.group());
      node.put("impact", change.change().impact().label());
    }
    node.put("severity", entry.severity().name().toLowerCase(Locale.ROOT));
    node.put("rule", entry.rule());
    if (entry instanceof ReviewChange change) {
      ArrayNode operations = node.putArray("operations");
      change.operations().forEach(operations::add);
      node.put("field", entry.field());
    }
    node.put("what", entry.description());
    if (entry instanceof ReviewChange) {
      node.put("before", entry.before());
      node.put("after", entry.after());
      node.put("note", entry.note());
    } else {
      node.put("done", entry.note());
    }
    ArrayNode providers = node.putArray("providers");
    entry.providers().forEach(providers::add);
    ArrayNode places = node.putArray("places");
    entry.places().forEach(place -> add(places.addObject(), place));
  }

  private static void add(ObjectNode node, PagePlace place) {
    node.put("file", place.location().file());
    node.put("line", place.location().line());
    if (!place.location().pointer().isEmpty()) {
      node.put("pointer", place.location().pointer());
    }
    node.put("page", place.removed() ? "old" : "new");
  }

  /** Outside strings, the document has no such character but line feeds. */
  static String escapeInvisible(String json) {
    StringBuilder escaped = new StringBuilder();
    json.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || !PrintableText.isInvisible(c)) {
                escaped.appendCodePoint(c);
              } else {
                for (char unit : Character.toChars(c)) {
                  escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
                }
              }
            });
    return escaped.toString();
  }
}
