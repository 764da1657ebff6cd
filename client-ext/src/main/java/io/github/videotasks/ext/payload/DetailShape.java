package io.github.videotasks.ext.payload;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.client.JsonValue.Kind;
import io.github.videotasks.client.model.TaskDetail;
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
final class DetailShape {

  static final List<String> VEO_ERRORS =
      List.of("error_message", "video_generation_error", "upsample_error");

  private static final List<String> ADDRESSES = List.of("url", "gif_url", "thumbnail_url");

  private DetailShape() {}

  static Detail choose(JsonValue raw) {
    if (raw.kind() != Kind.OBJECT) {
      return new Detail.Unknown(raw);
    }
    Place detail = new Place(raw);
    Place draft = detail.at("draft_info");
    Place pending = detail.at("pending_info");
    if (draft.isFilled()) {
      return new Detail.Finished(TaskDetail.of(raw));
    }
    if (pending.isFilled()) {
      return new Detail.Waiting(TaskDetail.of(raw));
    }
    if (isVeo(detail)) {
      return new Detail.Veo(TaskDetail.of(raw));
    }
    if (ADDRESSES.stream().anyMatch(name -> detail.at(name).text() != null)
        || draft.is(Kind.OBJECT)) {
      return new Detail.Finished(TaskDetail.of(raw));
    }
    return pending.is(Kind.OBJECT)
        ? new Detail.Waiting(TaskDetail.of(raw))
        : new Detail.Unknown(raw);
  }

  private static boolean isVeo(Place detail) {
    return detail.at("req").is(Kind.OBJECT)
        || detail.at("images").is(Kind.ARRAY)
        || detail.at("running").is(Kind.BOOLEAN)
        || detail.value().members().keySet().stream().anyMatch(DetailShape::isVeoName);
  }

  private static boolean isVeoName(String name) {
    return name.startsWith("upsample_")
        || name.startsWith("video_generation_")
        || VEO_ERRORS.contains(name);
  }
}
