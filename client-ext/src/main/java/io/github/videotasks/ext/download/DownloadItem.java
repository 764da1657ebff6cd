package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A file to download.
 *
 * @param id the id of the task
 * @param label a suffix that distinguishes the file from the other files of the task, such as
 *     {@code +thumbnail}; empty for the result
 * @param kind the kind of file
 * @param asset the URL of the file; null for the file that the gateway itself serves
 */
record DownloadItem(TaskId id, String label, Asset.Kind kind, @Nullable Asset asset) {

  /**
   * Returns the finished video of a task, or the image of an image task.
   *
   * @throws io.github.videotasks.ext.error.DownloadException of kind NO_FILE if it has none
   */
  static DownloadItem resultOf(TaskState task) {
    requireSuccess(task);
    Asset result = task.result();
    Asset.Kind kindWithoutUrl = task.isImage() ? Asset.Kind.IMAGE : Asset.Kind.VIDEO;
    return new DownloadItem(task.id(), "", result == null ? kindWithoutUrl : result.kind(), result);
  }

  /** Returns the result, then every other file that the response links to, each URL once. */
  static List<DownloadItem> allOf(TaskState task) {
    DownloadItem result = resultOf(task);
    List<DownloadItem> items = new ArrayList<>(List.of(result));
    Set<String> urls = new HashSet<>();
    Map<Asset.Kind, Integer> numbers = new EnumMap<>(Asset.Kind.class);
    numbers.put(result.kind(), 1);
    if (result.asset != null) {
      urls.add(result.asset.url());
    }
    for (Asset asset : task.assets()) {
      if (urls.add(asset.url())) {
        int number = numbers.merge(asset.kind(), 1, Integer::sum);
        String name = asset.kind().name().toLowerCase(Locale.ROOT).replace("_video", "");
        items.add(
            new DownloadItem(
                task.id(), "+" + name + (number == 1 ? "" : "-" + number), asset.kind(), asset));
      }
    }
    return items;
  }

  private static void requireSuccess(TaskState task) {
    if (task.stage() == Stage.SUCCEEDED) {
      return;
    }
    throw DownloadErrors.of(
        ErrorKind.NO_FILE,
        task.stage().isTerminal()
            ? "expected a task with a video, found " + task + ", " + task.failure()
            : "expected a finished task, found " + task + "; wait for its end with await(…) first");
  }

  /** Returns the name of the kind of file, for a message. */
  String kindName() {
    return kindName(kind());
  }

  static String kindName(Asset.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the host of the file, or the task id if the gateway serves it, for a message. */
  String host() {
    HttpUrl url = asset == null ? null : HttpUrl.parse(asset.url());
    return url == null ? "task " + id : url.host();
  }

  /** Returns the name of the file without its extension. */
  String baseName() {
    return FileNames.baseNameOf(id) + label;
  }

  /** Returns the id and the label, which together are unique to the file. */
  String fileKey() {
    return id + label;
  }

  /** Returns the same file in a newer response; null if the response does not contain it. */
  @Nullable DownloadItem refreshedFrom(TaskState task) {
    Asset old = asset;
    if (old == null || task.stage() != Stage.SUCCEEDED) {
      return null;
    }
    for (Asset other : task.assets()) {
      if (other.jsonPath().equals(old.jsonPath()) && other.kind() == old.kind()) {
        return new DownloadItem(id, label, kind, other);
      }
    }
    Asset result = task.result();
    return label.isEmpty() && result != null
        ? new DownloadItem(id, label, result.kind(), result)
        : null;
  }
}
