package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.finding.IdentifiedFindings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.Locale;

/** Writes {@code findings.json}, the machine-readable list of findings. */
public final class FindingsJson {
  private FindingsJson() {}

  /**
   * {@return the content: a list of objects with id, rule, severity, file, line, message, action
   * and all places of the findings of this kind in the file} A place has its own message and action
   * where they differ.
   *
   * @param findings the groups, in the order of the file
   */
  public static byte[] write(List<IdentifiedFindings> findings) {
    ArrayNode all = JsonNodes.array();
    for (IdentifiedFindings identified : findings) {
      FindingGroup group = identified.group();
      Finding finding = group.first();
      ObjectNode entry = all.addObject();
      entry.put("id", identified.id());
      entry.put("rule", finding.rule());
      entry.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      entry.put("file", finding.location().file());
      putPlace(entry, finding.location());
      entry.put("message", finding.message());
      entry.put("action", finding.action());
      ArrayNode places = entry.putArray("places");
      for (int i = 0; i < group.places().size(); i++) {
        ObjectNode place = places.addObject().put("id", identified.placeIds().get(i));
        addPlace(place, group.places().get(i), finding);
      }
    }
    return JsonNodes.pretty(all);
  }

  private static void addPlace(ObjectNode entry, Finding place, Finding first) {
    putPlace(entry, place.location());
    if (!place.message().equals(first.message())) {
      entry.put("message", place.message());
    }
    if (!place.action().equals(first.action())) {
      entry.put("action", place.action());
    }
  }

  private static void putPlace(ObjectNode entry, SourceLocation location) {
    entry.put("line", location.line());
    if (!location.pointer().isEmpty()) {
      entry.put("pointer", location.pointer());
    }
  }
}
