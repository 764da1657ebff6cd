package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;

import io.github.videotasks.client.model.Encoding;
import io.github.videotasks.client.model.Encodings;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskDraftInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.payload.Asset.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Extracts the files that a response links to, in order of preference, the result first.
 *
 * <p>Videos come before the related files (GIF, thumbnail, preview). A property counts only if it
 * holds an http(s) URL: some gateways put another text or an empty one there while the task runs.
 */
final class AssetExtractor {

  private static final List<String> VIDEO_PATHS =
      List.of(
          VideoTask.VIDEO_URL,
          TaskDetail.URL,
          "result_url",
          "download_url",
          path("metadata", TaskDetail.URL),
          path(VideoTask.DETAIL, TaskDetail.URL),
          path(VideoTask.DETAIL, VideoTask.VIDEO_URL),
          path(VideoTask.DETAIL, "upsample_video_url"),
          path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO, TaskDraftInfo.DOWNLOADABLE_URL));

  private static final String ENCODINGS_PATH =
      path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO, TaskDraftInfo.ENCODINGS);

  private static final List<String> RELATED_PATHS =
      List.of(
          TaskDetail.GIF_URL,
          path(VideoTask.DETAIL, TaskDetail.GIF_URL),
          path(ENCODINGS_PATH, Encodings.GIF, Encoding.PATH),
          VideoTask.THUMBNAIL_URL,
          path(VideoTask.DETAIL, TaskDetail.THUMBNAIL_URL),
          path(ENCODINGS_PATH, Encodings.THUMBNAIL, Encoding.PATH),
          "preview_url",
          path(VideoTask.DETAIL, "preview_url"),
          path(ENCODINGS_PATH, Encodings.UNFURL, Encoding.PATH));

  private final JsonCursor task;
  private final List<Asset> assets = new ArrayList<>();

  private AssetExtractor(JsonCursor task) {
    this.task = task;
  }

  static List<Asset> extract(JsonCursor task) {
    return new AssetExtractor(task).collect();
  }

  private List<Asset> collect() {
    for (String path : VIDEO_PATHS) {
      add(Kind.VIDEO, path);
    }
    Set<String> encodings =
        new LinkedHashSet<>(List.of(Encodings.SOURCE, Encodings.MD, Encodings.SOURCE_WM));
    encodings.addAll(cursor(ENCODINGS_PATH).value().properties().keySet());
    encodings.removeAll(List.of(Encodings.GIF, Encodings.THUMBNAIL, Encodings.UNFURL));
    for (String name : encodings) {
      Kind kind = name.endsWith("_wm") ? Kind.WATERMARKED_VIDEO : Kind.VIDEO;
      add(
          kind,
          path(ENCODINGS_PATH, name, Encoding.PATH),
          cursor(ENCODINGS_PATH).at(name, Encoding.PATH));
    }
    add(Kind.VIDEO, path("output", TaskDetail.URL));
    add(Kind.VIDEO, path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO, TaskDraftInfo.URL));
    for (String path : RELATED_PATHS) {
      add(kindOfRelated(path), path);
    }
    return List.copyOf(assets);
  }

  private static Kind kindOfRelated(String path) {
    if (path.contains(Encodings.GIF)) {
      return Kind.GIF;
    }
    return path.contains(Encodings.THUMBNAIL) ? Kind.THUMBNAIL : Kind.PREVIEW;
  }

  private JsonCursor cursor(String path) {
    return task.atPath(path);
  }

  private void add(Kind kind, String path) {
    add(kind, path, cursor(path));
  }

  private void add(Kind kind, String path, JsonCursor value) {
    String url = value.text();
    if (url != null && isHttpUrl(url)) {
      assets.add(new Asset(kind, path, url));
    }
  }

  private static boolean isHttpUrl(String url) {
    String start = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://");
  }
}
