package io.github.videotasks.spec.correct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Overlay file.
 *
 * @param file its name, such as {@code corrections/010-names.overlay.yaml}
 * @param reason its {@code x-why}
 * @param actions what it changes, in order
 */
public record Correction(String file, String reason, List<OverlayAction> actions) {
  /**
   * One action.
   *
   * @param location where it stands
   * @param target the JSONPath of what it changes
   * @param update what is merged into the target; null for a removal
   * @param allowsNewProperties whether it may bring in properties that no page knows ({@code
   *     x-adds: true})
   */
  public record OverlayAction(
      SourceLocation location,
      String target,
      @Nullable JsonNode update,
      boolean allowsNewProperties) {}

  /** Gives the number or name that the ledger shows: the file's name without folder and ending. */
  public String id() {
    return file.replaceFirst("^.*/", "").replaceFirst("\\.overlay\\.ya?ml$", "");
  }
}
