package io.github.videotasks.ext;

import io.github.videotasks.ext.download.DownloadListener;
import io.github.videotasks.ext.download.DownloadProgress;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;

/**
 * Listener for the progress of a {@linkplain VideoTasks#fetch(String, java.nio.file.Path) fetch}:
 * first the methods of {@link TaskListener} are called while the task is polled, then {@link
 * #onProgress} while its file is downloaded. All methods do nothing by default. An exception thrown
 * by a method ends the fetch.
 */
public interface FetchListener extends TaskListener, DownloadListener {

  @Override
  default void onChange(TaskState state) {}

  @Override
  default void onProgress(DownloadProgress progress) {}

  /** {@return a listener that does nothing} */
  static FetchListener none() {
    return new FetchListener() {};
  }
}
