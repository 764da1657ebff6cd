package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.payload.Asset.Kind;
import io.github.videotasks.ext.payload.UrlPlace.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the files that a response links to, in order of preference: the videos, then the related
 * files. A URL at several places occurs once, at its best place, except for the places inside
 * {@code detail}, which are all listed.
 *
 * <p>The places are the rows of {@link UrlPlaces}. A property counts only if it holds an http(s)
 * URL: some gateways put another text or an empty one there while the task runs. A URL that ends in
 * an image type is never a video, whatever property it is in.
 */
final class AssetExtractor {

  private final JsonCursor task;
  private final boolean imageTask;
  private final List<Asset> videos = new ArrayList<>();
  private final List<Asset> related = new ArrayList<>();
  private final Set<String> urls = new HashSet<>();
  private final Set<String> paths = new HashSet<>();

  private AssetExtractor(JsonCursor task) {
    this.task = task;
    imageTask = isImageTask(task);
  }

  /**
   * Extracts the files at the rows of the table that do not depend on the stage. The stage itself
   * depends on whether there is a video.
   */
  static List<Asset> extract(JsonCursor task) {
    AssetExtractor extractor = new AssetExtractor(task);
    extractor.readTable(false);
    return extractor.assets();
  }

  /**
   * Extracts the files of a succeeded task. If no row of the table leads to its result, the result
   * is guessed, see {@link UrlGuesser}.
   *
   * @param known the files from {@link #extract}
   */
  static List<Asset> extractSucceeded(JsonCursor task, List<Asset> known) {
    if (result(task, known) != null) {
      return known;
    }
    AssetExtractor extractor = new AssetExtractor(task);
    extractor.readTable(true);
    if (extractor.videos.isEmpty() && !extractor.imageTask) {
      UrlGuesser.guess(task.value(), extractor::addGuess);
    }
    return extractor.assets();
  }

  /** Returns the first video, of an image task also the first image; null if there is none. */
  static @Nullable Asset result(JsonCursor task, List<Asset> assets) {
    Asset video = firstVideo(assets);
    if (video != null || !isImageTask(task)) {
      return video;
    }
    return assets.stream().filter(asset -> asset.kind() == Kind.IMAGE).findFirst().orElse(null);
  }

  static @Nullable Asset firstVideo(List<Asset> assets) {
    return assets.stream().filter(asset -> isVideo(asset.kind())).findFirst().orElse(null);
  }

  /** Returns whether {@code object} is {@code image} or a text such as {@code image.generation}. */
  static boolean isImageTask(JsonCursor task) {
    String object = task.at(VideoTask.OBJECT).text();
    String name = object == null ? "" : object.toLowerCase(Locale.ROOT);
    return name.contains("image") && !name.contains("video");
  }

  private static boolean isVideo(Kind kind) {
    return kind == Kind.VIDEO || kind == Kind.WATERMARKED_VIDEO;
  }

  private List<Asset> assets() {
    List<Asset> assets = new ArrayList<>(videos);
    assets.addAll(related);
    return List.copyOf(assets);
  }

  private void readTable(boolean succeeded) {
    Set<Scope> scopes = EnumSet.of(Scope.TASK, Scope.ANYWHERE);
    if (imageTask) {
      scopes.add(Scope.IMAGE_TASK);
    }
    if (succeeded) {
      scopes.add(Scope.SUCCEEDED_TASK);
    }
    new UrlPlaceReader(scopes, this::add).read(task.value());
  }

  private void add(UrlPlace place, String jsonPath, String url) {
    Kind kind = kind(place.kind(), url);
    boolean file = !isVideo(kind) || !FileUrl.isOther(url);
    // The places of the contract are all listed, because each is part of what a client reads.
    boolean listed = urls.add(url) || place.scope() == Scope.TASK;
    if (file && listed && paths.add(jsonPath)) {
      (isVideo(kind) ? videos : related).add(new Asset(kind, jsonPath, url));
    }
  }

  private Kind kind(Kind kindOfPlace, String url) {
    if (!isVideo(kindOfPlace)) {
      return kindOfPlace;
    }
    return FileUrl.isImage(url) || (imageTask && !FileUrl.isVideo(url)) ? Kind.IMAGE : kindOfPlace;
  }

  private void addGuess(String jsonPath, String url) {
    if (urls.add(url)) {
      videos.add(new Asset(Kind.VIDEO, jsonPath, url, true));
    }
  }
}
