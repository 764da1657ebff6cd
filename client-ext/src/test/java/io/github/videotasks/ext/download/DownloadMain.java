package io.github.videotasks.ext.download;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Downloads one file in a separate process, with the real client. Prints the number of received
 * bytes, one number per line, then {@code done}, the digest and the number of resumed bytes.
 */
public final class DownloadMain {

  private DownloadMain() {}

  /**
   * Runs the download.
   *
   * @param args the URL and the folder
   */
  public static void main(String[] args) {
    TaskState task =
        TaskState.of(
            new TaskId("sora-2:task_1"),
            JsonValue.parse("{\"status\":\"completed\",\"video_url\":\"" + args[0] + "\"}"));
    DownloadOptions options =
        DownloadOptions.defaults()
            .withPrivateNetworks()
            .withProgressInterval(Duration.ofMillis(5))
            .withListener(progress -> System.out.println(progress.bytes()));
    try (VideoTasks tasks =
        VideoTasks.builder().baseUrl("http://127.0.0.1:1").apiKey("key").build()) {
      Download file = tasks.downloads().result(task, Path.of(args[1]), options);
      System.out.println("done " + file.sha256() + " " + file.resumedFrom());
    }
  }
}
