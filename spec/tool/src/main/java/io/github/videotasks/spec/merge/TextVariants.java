package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.List;

/** What several pages say of one thing: the contract has room for one text, the first page's. */
final class TextVariants {
  private record TextVariant(SpecDocument document, SourceLocation location, String text) {}

  private final List<TextVariant> variants = new ArrayList<>();

  /** Adds the text of a member; an empty one says nothing. */
  void add(SpecDocument document, JsonNode holder, String key) {
    String text = holder.path(key).asText().strip();
    if (!text.isEmpty()) {
      variants.add(new TextVariant(document, document.location(holder, key), text));
    }
  }

  /** Adds a text unless it was added from the same place before. */
  void addOnce(SpecDocument document, JsonNode holder, String key) {
    SourceLocation place = document.location(holder, key);
    if (variants.stream().noneMatch(w -> w.location().equals(place))) {
      add(document, holder, key);
    }
  }

  /** Gives the text that the contract takes; empty when no page has any. */
  String first() {
    return variants.isEmpty() ? "" : variants.get(0).text();
  }

  /**
   * Reports each text that is another than the first.
   *
   * @param what whose text it is, such as {@code the summary of GET /v1/tasks}
   */
  void reportDifferences(String what, Findings out) {
    for (TextVariant wording : variants) {
      if (!wording.text().equals(first())) {
        out.add(
            wording
                .document()
                .info(
                    "other-words",
                    wording.location(),
                    what
                        + " is other words than at "
                        + variants.get(0).location()
                        + ": "
                        + MessageText.excerpt(wording.text()),
                    "The contract has those, or a correction's"));
      }
    }
  }
}
