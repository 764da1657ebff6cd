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
final class Assets {

  private static final List<String> VIDEO_PLACES =
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

  private static final String ENCODINGS = "detail.draft_info.encodings";

  private static final List<String> KIN_PLACES =
      List.of(
          "gif_url",
          "detail.gif_url",
          ENCODINGS + ".gif.path",
          "thumbnail_url",
          "detail.thumbnail_url",
          ENCODINGS + ".thumbnail.path",
          "preview_url",
          "detail.preview_url",
          ENCODINGS + ".unfurl.path");

  private final Place answer;
  private final List<Asset> found = new ArrayList<>();

  private Assets(Place answer) {
    this.answer = answer;
  }

  static List<Asset> of(Place answer) {
    return new Assets(answer).collect();
  }

  private List<Asset> collect() {
    for (String place : VIDEO_PLACES) {
      add(Kind.VIDEO, place);
    }
    Set<String> encodings = new LinkedHashSet<>(List.of("source", "md", "source_wm"));
    encodings.addAll(place(ENCODINGS).value().members().keySet());
    encodings.removeAll(List.of("gif", "thumbnail", "unfurl"));
    for (String name : encodings) {
      Kind kind = name.endsWith("_wm") ? Kind.WATERMARKED_VIDEO : Kind.VIDEO;
      add(kind, ENCODINGS + "." + name + ".path", place(ENCODINGS).at(name, "path"));
    }
    add(Kind.VIDEO, "output.url");
    add(Kind.VIDEO, "detail.draft_info.url");
    for (String place : KIN_PLACES) {
      add(kinOf(place), place);
    }
    return List.copyOf(found);
  }

  private static Kind kinOf(String place) {
    if (place.contains("gif")) {
      return Kind.GIF;
    }
    return place.contains("thumbnail") ? Kind.THUMBNAIL : Kind.PREVIEW;
  }

  private Place place(String path) {
    return answer.path(path);
  }

  private void add(Kind kind, String place) {
    add(kind, place, place(place));
  }

  private void add(Kind kind, String place, Place value) {
    String address = value.text();
    if (address != null && isHttp(address)) {
      found.add(new Asset(kind, place, address));
    }
  }

  private static boolean isHttp(String address) {
    String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://");
  }
}
