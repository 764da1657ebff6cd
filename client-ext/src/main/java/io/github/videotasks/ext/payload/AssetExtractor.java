package io.github.videotasks.ext.payload;

import io.github.videotasks.ext.payload.Asset.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the files of an answer, the result first.
 *
 * <p>Places of a video in order of preference; below them its kin. A place counts only if it holds
 * an http(s) address: some gateways put a word or an empty text there while the task runs.
 */
final class AssetExtractor {

  private static final List<String> VIDEO_PATHS =
      List.of(
          "video_url",
          "url",
          "result_url",
          "download_url",
          "metadata.url",
          "detail.url",
          "detail.video_url",
          "detail.upsample_video_url",
          "detail.draft_info.downloadable_url");

  private static final String ENCODINGS_PATH = "detail.draft_info.encodings";

  private static final List<String> RELATED_PATHS =
      List.of(
          "gif_url",
          "detail.gif_url",
          ENCODINGS_PATH + ".gif.path",
          "thumbnail_url",
          "detail.thumbnail_url",
          ENCODINGS_PATH + ".thumbnail.path",
          "preview_url",
          "detail.preview_url",
          ENCODINGS_PATH + ".unfurl.path");

  private final JsonCursor task;
  private final List<Asset> assets = new ArrayList<>();

  private AssetExtractor(JsonCursor answer) {
    this.task = answer;
  }

  static List<Asset> extract(JsonCursor answer) {
    return new AssetExtractor(answer).collect();
  }

  private List<Asset> collect() {
    for (String place : VIDEO_PATHS) {
      add(Kind.VIDEO, place);
    }
    Set<String> encodings = new LinkedHashSet<>(List.of("source", "md", "source_wm"));
    encodings.addAll(cursor(ENCODINGS_PATH).value().properties().keySet());
    encodings.removeAll(List.of("gif", "thumbnail", "unfurl"));
    for (String name : encodings) {
      Kind kind = name.endsWith("_wm") ? Kind.WATERMARKED_VIDEO : Kind.VIDEO;
      add(kind, ENCODINGS_PATH + "." + name + ".path", cursor(ENCODINGS_PATH).at(name, "path"));
    }
    add(Kind.VIDEO, "output.url");
    add(Kind.VIDEO, "detail.draft_info.url");
    for (String place : RELATED_PATHS) {
      add(kindOfRelated(place), place);
    }
    return List.copyOf(assets);
  }

  private static Kind kindOfRelated(String place) {
    if (place.contains("gif")) {
      return Kind.GIF;
    }
    return place.contains("thumbnail") ? Kind.THUMBNAIL : Kind.PREVIEW;
  }

  private JsonCursor cursor(String path) {
    return task.atPath(path);
  }

  private void add(Kind kind, String place) {
    add(kind, place, cursor(place));
  }

  private void add(Kind kind, String place, JsonCursor value) {
    String address = value.text();
    if (address != null && isHttpUrl(address)) {
      assets.add(new Asset(kind, place, address));
    }
  }

  private static boolean isHttpUrl(String address) {
    String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://");
  }
}
