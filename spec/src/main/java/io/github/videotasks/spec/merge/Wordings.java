package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import java.util.ArrayList;
import java.util.List;

/** What several pages say of one thing: the contract has room for one text, the first page's. */
final class Wordings {
  private record Wording(SpecDocument document, Place place, String text) {}

  private final List<Wording> all = new ArrayList<>();

  /** Adds the text of a member; an empty one says nothing. */
  void add(SpecDocument document, JsonNode holder, String key) {
    String text = holder.path(key).asText().strip();
    if (!text.isEmpty()) {
      all.add(new Wording(document, document.place(holder, key), text));
    }
  }

  /** Adds a text unless it was added from the same place before. */
  void addOnce(SpecDocument document, JsonNode holder, String key) {
    Place place = document.place(holder, key);
    if (all.stream().noneMatch(w -> w.place().equals(place))) {
      add(document, holder, key);
    }
  }

  /** Gives the text that the contract takes; empty when no page has any. */
  String first() {
    return all.isEmpty() ? "" : all.get(0).text();
  }

  /**
   * Reports each text that is another than the first.
   *
   * @param what whose text it is, such as {@code the summary of GET /v1/tasks}
   */
  void report(String what, Findings out) {
    for (Wording wording : all) {
      if (!wording.text().equals(first())) {
        out.add(
            wording
                .document()
                .info(
                    "other-words",
                    wording.place(),
                    what
                        + " is other words than at "
                        + all.get(0).place()
                        + ": "
                        + Texts.shown(wording.text()),
                    "The contract has those, or a correction's"));
      }
    }
  }
}
