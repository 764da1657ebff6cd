package io.github.videotasks.ext.payload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds a status word into a {@link Stage}.
 *
 * <p>The words are those seen at gateways of this family; case, surrounding blanks, and {@code -}
 * or a space instead of {@code _} do not count. A word that is not in the list is {@link
 * Stage#UNKNOWN}: guessing by likeness would one day call a running task finished.
 */
final class StageMapping {

  private static final Map<String, Stage> STAGES = new HashMap<>();

  static {
    put(
        Stage.QUEUED,
        "pending queued submitted not_start waiting queueing creating created initializing"
            + " preparing starting");
    put(
        Stage.RUNNING,
        "processing in_progress running generating image_downloading image_cropping"
            + " image_uploading prompt_enhancement_checking prompt_enhancing video_generating"
            + " video_generation_running video_upsampling upsampling downloading");
    put(Stage.SUCCEEDED, "completed success succeeded succeed finished done");
    put(Stage.FAILED, "failed failure fail error video_generation_failed video_upsampling_failed");
    put(Stage.CANCELLED, "cancelled canceled expired interrupted");
  }

  private StageMapping() {}

  private static void put(Stage stage, String words) {
    for (String word : words.split(" ", -1)) {
      STAGES.put(word, stage);
    }
  }

  /**
   * Folds one word.
   *
   * @param word the vendor's word, null if the answer has none
   * @param ended whether the rest of the answer looks like an end: an address is there and nothing
   *     says that work goes on. It decides only for the words on which clients disagree.
   */
  static Stage stageOf(@Nullable String word, boolean ended) {
    if (word == null) {
      return Stage.UNKNOWN;
    }
    return switch (normalize(word)) {
      case "video_generation_completed", "video_upsampling_completed" ->
          ended ? Stage.SUCCEEDED : Stage.RUNNING;
      default -> STAGES.getOrDefault(normalize(word), Stage.UNKNOWN);
    };
  }

  static String normalize(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }
}
