package io.github.videotasks.ext.payload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps a vendor's status value to a {@link Stage}.
 *
 * <p>The table holds the status values seen at gateways of this family. Case, surrounding blanks,
 * and {@code -} or a space instead of {@code _} are ignored. A status value that is not in the
 * table is {@link Stage#UNKNOWN}: guessing by similarity could report a running task as finished.
 *
 * <p>{@code spec/status-values.yaml} has the same table for other languages and for {@code
 * spec-tool}; a test compares the two.
 */
final class StageMapping {

  /**
   * The values that clients interpret differently, with the stage of a response that has a result.
   */
  static final Map<String, Stage> WITH_RESULT =
      Map.of(
          "video_generation_completed", Stage.SUCCEEDED,
          "video_upsampling_completed", Stage.SUCCEEDED);

  private static final Map<String, Stage> STAGES = new HashMap<>();

  static {
    put(
        Stage.QUEUED,
        "pending queued submitted not_start waiting queueing creating created initializing"
            + " preparing starting queuing in_queue throttled");
    put(
        Stage.RUNNING,
        "processing in_progress running generating image_downloading image_cropping"
            + " image_uploading prompt_enhancement_checking prompt_enhancing video_generating"
            + " video_generation_running video_upsampling upsampling downloading"
            + " video_generation_completed video_upsampling_completed");
    put(Stage.SUCCEEDED, "completed success succeeded succeed finished done");
    put(Stage.FAILED, "failed failure fail error video_generation_failed video_upsampling_failed");
    put(Stage.CANCELLED, "cancelled canceled expired interrupted");
  }

  private StageMapping() {}

  private static void put(Stage stage, String statusValues) {
    for (String statusValue : statusValues.split(" ", -1)) {
      STAGES.put(statusValue, stage);
    }
  }

  /**
   * Returns the stage of a status value.
   *
   * @param statusValue the vendor's status value; null if the response has none
   * @param ended true if the rest of the response indicates a finished task: it contains the URL of
   *     a video and does not report the task as running. Used only for the status values that
   *     clients interpret differently.
   */
  static Stage stageOf(@Nullable String statusValue, boolean ended) {
    if (statusValue == null) {
      return Stage.UNKNOWN;
    }
    String normalized = normalize(statusValue);
    Stage stage = STAGES.getOrDefault(normalized, Stage.UNKNOWN);
    return ended ? WITH_RESULT.getOrDefault(normalized, stage) : stage;
  }

  /** Returns the table, without the results of {@link #WITH_RESULT}. */
  static Map<String, Stage> stages() {
    return Map.copyOf(STAGES);
  }

  static String normalize(String statusValue) {
    return statusValue.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }
}
