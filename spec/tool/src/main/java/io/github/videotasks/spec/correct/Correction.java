package io.github.videotasks.spec.correct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction of the contract: one OpenAPI Overlay file.
 *
 * @param file the name of the file, such as {@code corrections/010-names.overlay.yaml}
 * @param reason the value of its {@code x-why}
 * @param actions its actions, in order
 */
public record Correction(String file, String reason, List<OverlayAction> actions) {
  /**
   * One action of an Overlay file.
   *
   * @param location the file and line of the action
   * @param target the JSONPath of the nodes that it changes
   * @param update the value that is merged into the target; null for a removal
   * @param allowsNewProperties whether it may add properties that no page declares or shows ({@code
   *     x-adds: true})
   */
  public record OverlayAction(
      SourceLocation location,
      String target,
      @Nullable JsonNode update,
      boolean allowsNewProperties) {}

  /** {@return the id for the evidence table: the file name without folder and extension} */
  public String id() {
    return file.replaceFirst("^.*/", "").replaceFirst("\\.overlay\\.ya?ml$", "");
  }
}
