package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The texts of several pages for one property of the contract, which uses the first page's. */
final class TextVariants {
  private record TextVariant(SpecDocument document, SourceLocation location, String text) {}

  private final List<TextVariant> variants = new ArrayList<>();
  private final Set<SourceLocation> locations = new HashSet<>();

  /** Adds the text of a property unless it is empty. */
  void add(SpecDocument document, JsonNode holder, String key) {
    String text = holder.path(key).asText().strip();
    if (!text.isEmpty()) {
      SourceLocation location = document.location(holder, key);
      locations.add(location);
      variants.add(new TextVariant(document, location, text));
    }
  }

  /** Adds a text unless it was already added from the same location. */
  void addOnce(SpecDocument document, JsonNode holder, String key) {
    SourceLocation location = document.location(holder, key);
    if (!locations.contains(location)) {
      add(document, holder, key);
    }
  }

  /** Returns the text that the contract uses; empty when no page has one. */
  String first() {
    return variants.isEmpty() ? "" : variants.get(0).text();
  }

  /**
   * Reports each text that differs from the first.
   *
   * @param what the name of the text, such as {@code the summary of GET /v1/tasks}
   * @param written the text of the contract after the corrections
   */
  void reportDifferences(String what, JsonNode written, Findings out) {
    String action =
        written.asText().strip().equals(first())
            ? "The contract takes that one"
            : "The contract takes the text of a correction";
    for (TextVariant variant : variants) {
      if (!variant.text().equals(first())) {
        out.add(
            variant
                .document()
                .info(
                    "other-words",
                    variant.location(),
                    what
                        + " differs from the one "
                        + variants.get(0).location().citedAt(variant.location())
                        + ": '"
                        + MessageText.excerpt(variant.text())
                        + "'",
                    action));
      }
    }
  }
}
