package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.JsonValue.Kind;
import java.util.List;

/**
 * Tells the forms of a {@code detail} apart. The first rule that fits decides:
 *
 * <ol>
 *   <li>a filled {@code draft_info}: finished
 *   <li>a filled {@code pending_info}: waiting, even if a preview's address is already there
 *   <li>a member that only the veo family has: veo
 *   <li>an address: finished
 *   <li>an empty {@code draft_info} or {@code pending_info} object: finished, waiting
 *   <li>anything else: unknown
 * </ol>
 */
final class DetailClassifier {

  static final List<String> VEO_ERROR_PROPERTIES =
      List.of("error_message", "video_generation_error", "upsample_error");

  private static final List<String> URL_PROPERTIES = List.of("url", "gif_url", "thumbnail_url");

  private DetailClassifier() {}

  static Detail classify(JsonValue raw) {
    if (raw.kind() != Kind.OBJECT) {
      return new Detail.Unknown(raw);
    }
    JsonCursor detail = new JsonCursor(raw);
    JsonCursor draft = detail.at("draft_info");
    JsonCursor pending = detail.at("pending_info");
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
        || detail.at("images").hasKind(Kind.ARRAY)
        || detail.at("running").hasKind(Kind.BOOLEAN)
        || detail.value().properties().keySet().stream().anyMatch(DetailClassifier::isVeoProperty);
  }

  private static boolean isVeoProperty(String name) {
    return name.startsWith("upsample_")
        || name.startsWith("video_generation_")
        || VEO_ERROR_PROPERTIES.contains(name);
  }
}
