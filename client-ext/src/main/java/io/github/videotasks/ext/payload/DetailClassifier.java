package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskInput;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.JsonValue.Kind;
import java.util.List;

/**
 * Selects the form of a {@code detail}. The first matching rule applies:
 *
 * <ol>
 *   <li>a {@code draft_info} with content: finished
 *   <li>a {@code pending_info} with content: waiting, even if the URL of a preview is present
 *   <li>a property that only the veo family has: veo
 *   <li>a URL: finished
 *   <li>an empty {@code draft_info} object: finished; an empty {@code pending_info} object: waiting
 *   <li>anything else: unknown
 * </ol>
 */
final class DetailClassifier {

  /** From specific to general. */
  static final List<String> VEO_ERROR_PROPERTIES =
      List.of("video_generation_error", "upsample_error", "error_message");

  private static final List<String> URL_PROPERTIES =
      List.of(TaskDetail.URL, TaskDetail.GIF_URL, TaskDetail.THUMBNAIL_URL);

  private DetailClassifier() {}

  static Detail classify(JsonValue raw) {
    if (raw.kind() != Kind.OBJECT) {
      return new Detail.Unknown(raw);
    }
    JsonCursor detail = new JsonCursor(raw);
    JsonCursor draft = detail.at(TaskDetail.DRAFT_INFO);
    JsonCursor pending = detail.at(TaskDetail.PENDING_INFO);
    if (draft.hasContent()) {
      return new Detail.Finished(TaskDetail.of(raw));
    }
    if (pending.hasContent()) {
      return new Detail.Waiting(TaskDetail.of(raw));
    }
    if (isVeo(detail)) {
      return new Detail.Veo(TaskDetail.of(raw));
    }
    if (URL_PROPERTIES.stream().anyMatch(name -> detail.at(name).text() != null)
        || draft.hasKind(Kind.OBJECT)) {
      return new Detail.Finished(TaskDetail.of(raw));
    }
    return pending.hasKind(Kind.OBJECT)
        ? new Detail.Waiting(TaskDetail.of(raw))
        : new Detail.Unknown(raw);
  }

  private static boolean isVeo(JsonCursor detail) {
    return detail.at("req").hasKind(Kind.OBJECT)
        || detail.at(TaskInput.IMAGES).hasKind(Kind.ARRAY)
        || detail.at("running").hasKind(Kind.BOOLEAN)
        || detail.value().properties().keySet().stream().anyMatch(DetailClassifier::isVeoProperty);
  }

  private static boolean isVeoProperty(String name) {
    return name.startsWith("upsample_")
        || name.startsWith("video_generation_")
        || VEO_ERROR_PROPERTIES.contains(name);
  }
}
