package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;

import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties in which gateways report that they withhold a finished video because of its
 * content. They count only if the response has no URL of a video, or if the task failed.
 */
final class RefusalFlags {

  /** What the value of a flag must be. */
  enum Refuses {
    IF_TRUE,
    IF_FALSE,
    IF_POSITIVE,
    IF_ANY
  }

  /**
   * A flag.
   *
   * @param path relative to the task or to an object in it
   * @param seenAt the gateway that shows it
   */
  record RefusalFlag(String path, Refuses refuses, String seenAt) {}

  /**
   * A flag that is set.
   *
   * @param message the gateway's reason, or the flag and its value
   * @param jsonPath the path of the flag
   */
  record Refusal(String message, String jsonPath) {}

  /** The flags, in the order in which they are read. */
  static final List<RefusalFlag> FLAGS =
      List.of(
          new RefusalFlag("raiMediaFilteredReasons", Refuses.IF_ANY, "Veo"),
          new RefusalFlag("rai_media_filtered_reasons", Refuses.IF_ANY, "Veo"),
          new RefusalFlag("raiMediaFilteredCount", Refuses.IF_POSITIVE, "Veo"),
          new RefusalFlag("rai_media_filtered_count", Refuses.IF_POSITIVE, "Veo"),
          new RefusalFlag("respect_moderation", Refuses.IF_FALSE, "xAI"),
          new RefusalFlag("respectModeration", Refuses.IF_FALSE, "relays of xAI"),
          new RefusalFlag("moderated", Refuses.IF_TRUE, "relays of xAI"),
          new RefusalFlag(
              path(
                  VideoTask.DETAIL,
                  TaskDetail.PENDING_INFO,
                  TaskPendingInfo.MODERATION_RESULT,
                  ModerationResult.IS_OUTPUT_REJECTION),
              Refuses.IF_TRUE,
              "jxincm-sora"));

  /** Objects inside objects that are searched; Veo's flags are in the third. */
  private static final int MAX_DEPTH = 4;

  /** Elements of a list that are searched. */
  private static final int MAX_ELEMENTS = 16;

  /** Properties that repeat what was requested. */
  private static final Set<String> INPUTS =
      Set.of(TaskDetail.INPUT, "inputs", "req", "request", "parameters", "config");

  private RefusalFlags() {}

  /** Returns the first flag that is set; null if there is none. */
  static @Nullable Refusal find(JsonCursor task) {
    return find(task, "", MAX_DEPTH);
  }

  private static @Nullable Refusal find(JsonCursor object, String path, int depth) {
    for (RefusalFlag flag : FLAGS) {
      JsonCursor value = object.atPath(flag.path());
      if (isSet(flag.refuses(), value)) {
        String text = firstElement(value).text();
        return new Refusal(
            text != null ? text : flag.path() + ": " + scalarText(value), path + flag.path());
      }
    }
    return depth == 0 ? null : findInside(object, path, depth - 1);
  }

  private static @Nullable Refusal findInside(JsonCursor object, String path, int depth) {
    for (Map.Entry<String, JsonValue> property : object.value().properties().entrySet()) {
      if (INPUTS.contains(property.getKey())) {
        continue;
      }
      List<JsonValue> elements = property.getValue().elements();
      String inner = path + property.getKey();
      Refusal found =
          property.getValue().kind() == JsonValue.Kind.OBJECT
              ? find(new JsonCursor(property.getValue()), inner + ".", depth)
              : null;
      for (int i = 0; found == null && i < Math.min(elements.size(), MAX_ELEMENTS); i++) {
        found = find(new JsonCursor(elements.get(i)), inner + "[" + i + "].", depth);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static JsonCursor firstElement(JsonCursor value) {
    List<JsonValue> elements = value.value().elements();
    return elements.isEmpty() ? value : new JsonCursor(elements.get(0));
  }

  private static boolean isSet(Refuses refuses, JsonCursor flag) {
    Integer count = NumberParser.parseCount(flag);
    return switch (refuses) {
      case IF_TRUE -> flag.isTrue();
      case IF_FALSE -> Boolean.FALSE.equals(flag.value().asBoolean());
      case IF_POSITIVE -> count != null && count > 0;
      case IF_ANY -> flag.hasContent();
    };
  }

  private static String scalarText(JsonCursor value) {
    Boolean flag = value.value().asBoolean();
    String text = value.textOrNumber();
    return flag != null ? flag.toString() : text != null ? text : "set";
  }
}
