import io.github.videotasks.ext.VideoTasks;

/** First program of a newcomer: prints the stage of a task. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(args[0]).apiKey("any-key").build()) {
      System.out.println(tasks.get(args[1]).stage());
    }
  }
}
