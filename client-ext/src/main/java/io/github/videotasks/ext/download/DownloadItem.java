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
 * One file to fetch.
 *
 * @param id the task's
 * @param label what tells it from the other files of the task, such as {@code +thumbnail}; empty
 *     for the result
 * @param asset where it is; null for the file that the gateway itself keeps
 */
record DownloadItem(TaskId id, String label, @Nullable Asset asset) {

  /**
   * The finished video of a task.
   *
   * @throws io.github.videotasks.ext.error.DownloadException of kind NO_FILE if it has none
   */
  static DownloadItem resultOf(TaskState task) {
    requireSuccess(task);
    return new DownloadItem(task.id(), "", task.result());
  }

  /** The result first, then everything else that the answer points at, each address once. */
  static List<DownloadItem> allOf(TaskState task) {
    DownloadItem result = resultOf(task);
    List<DownloadItem> items = new ArrayList<>(List.of(result));
    Set<String> addresses = new HashSet<>();
    Map<Asset.Kind, Integer> numbers = new EnumMap<>(Asset.Kind.class);
    numbers.put(result.kind(), 1);
    if (result.asset != null) {
      addresses.add(result.asset.url());
    }
    for (Asset asset : task.assets()) {
      if (addresses.add(asset.url())) {
        int number = numbers.merge(asset.kind(), 1, Integer::sum);
        String word = asset.kind().name().toLowerCase(Locale.ROOT).replace("_video", "");
        items.add(
            new DownloadItem(task.id(), "+" + word + (number == 1 ? "" : "-" + number), asset));
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

  Asset.Kind kind() {
    return asset == null ? Asset.Kind.VIDEO : asset.kind();
  }

  /** What the file should be, for a message. */
  String kindName() {
    return kindName(kind());
  }

  static String kindName(Asset.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Where the file is, for a message. */
  String host() {
    HttpUrl url = asset == null ? null : HttpUrl.parse(asset.url());
    return url == null ? "task " + id : url.host();
  }

  /** The name of the file without its ending. */
  String baseName() {
    return FileNames.baseNameOf(id) + label;
  }

  /** The id and the label, which no two files share. */
  String fileKey() {
    return id + label;
  }

  /** The same file in a newer answer; null if it is not there any more. */
  @Nullable DownloadItem refreshedFrom(TaskState task) {
    Asset old = asset;
    if (old == null || task.stage() != Stage.SUCCEEDED) {
      return null;
    }
    for (Asset other : task.assets()) {
      if (other.jsonPath().equals(old.jsonPath()) && other.kind() == old.kind()) {
        return new DownloadItem(id, label, other);
      }
    }
    Asset result = task.result();
    return label.isEmpty() && result != null ? new DownloadItem(id, label, result) : null;
  }
}
