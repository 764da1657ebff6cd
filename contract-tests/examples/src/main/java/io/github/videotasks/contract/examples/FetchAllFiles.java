package io.github.videotasks.contract.examples;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.payload.TaskState;
import java.nio.file.Path;

/** Waits for a task and downloads every file of it. Arguments: base URL, id, folder. */
public final class FetchAllFiles {

  private FetchAllFiles() {}

  /**
   * Prints the name and size of each file.
   *
   * @param args base URL of a gateway, id of a task, an existing folder
   */
  public static void main(String[] args) {
    String key = System.getenv().getOrDefault("VIDEO_TASKS_API_KEY", "any");
    // Files on this machine are allowed for this example; leave that out elsewhere.
    DownloadOptions options = DownloadOptions.defaults().withPrivateNetworks();
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(args[0]).apiKey(key).build()) {
      TaskState task = tasks.await(args[1]);
      for (Download file : tasks.downloads().all(task, Path.of(args[2]), options)) {
        System.out.println(file.path().getFileName() + " " + file.bytes() + " bytes");
      }
    }
  }
}
