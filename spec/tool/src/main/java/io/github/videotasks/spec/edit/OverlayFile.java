package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.correct.CorrectionPlaceholders;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.util.List;

/** Writes an Overlay file in the form of the handwritten ones. */
final class OverlayFile {
  private OverlayFile() {}

  /**
   * Returns the file.
   *
   * @param title what it corrects
   * @param why the reason; a placeholder when empty
   * @param evidence the places that show it; a placeholder when empty
   */
  static byte[] write(String title, String why, List<String> evidence, ArrayNode actions) {
    ObjectNode overlay = JsonNodes.object();
    overlay.put("overlay", "1.0.0");
    overlay.putObject("info").put("title", title).put("version", "1.0.0");
    overlay.put("x-why", why.isBlank() ? CorrectionPlaceholders.WHY : why);
    ArrayNode places = overlay.putArray("x-evidence");
    evidence.forEach(places::add);
    if (evidence.isEmpty()) {
      places.add(CorrectionPlaceholders.EVIDENCE);
    }
    overlay.set("actions", actions);
    return CanonicalYaml.serialize(overlay);
  }
}
