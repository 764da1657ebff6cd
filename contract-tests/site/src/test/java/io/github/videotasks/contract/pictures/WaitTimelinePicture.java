package io.github.videotasks.contract.pictures;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The polls of one wait with a 429 and a lost connection, made in virtual time. */
final class WaitTimelinePicture implements MeasuredPicture {

  private static final String[] SCRIPT = {
    "pending",
    "pending",
    "processing 10",
    "RATE_LIMITED PT30S",
    "processing 40",
    "CONNECTION",
    "processing 60",
    "processing 80",
    "processing 95",
    "completed"
  };

  /** What each poll received, at its second. */
  private static List<Map.Entry<Long, String>> polls() {
    VirtualTime time = new VirtualTime();
    TaskScript script = new TaskScript(time, SCRIPT);
    try (VideoTasks tasks = VideoTasks.builder().taskSource(script).scheduler(time).build()) {
      CompletableFuture<TaskState> end = tasks.awaitAsync("sora-2:task_1");
      time.advance(Duration.ofMinutes(30));
      end.join();
    }
    List<Map.Entry<Long, String>> polls = new ArrayList<>();
    for (int i = 0; i < SCRIPT.length; i++) {
      polls.add(Map.entry(script.pollTimes().get(i), SCRIPT[i]));
    }
    return polls;
  }

  @Override
  public String name() {
    return "wait-timeline";
  }

  @Override
  public String data() {
    return polls().stream()
        .map(poll -> poll.getKey() + " s\t" + poll.getValue() + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public String draw(PictureTheme theme) {
    Map<String, XYSeries> series = new LinkedHashMap<>();
    double progress = 0;
    for (Map.Entry<Long, String> poll : polls()) {
      String step = poll.getValue();
      if (step.startsWith("processing")) {
        progress = DocumentTable.number(step.substring("processing ".length()));
      } else if (step.equals("completed")) {
        progress = 100;
      }
      series.computeIfAbsent(label(step), XYSeries::new).add((double) poll.getKey(), progress);
    }
    XYSeriesCollection data = new XYSeriesCollection();
    series.values().forEach(data::addSeries);
    ValueAxis percent = ChartPainter.linear("progress in %");
    percent.setRange(-4, 104);
    return new ChartPainter(theme)
        .points(
            "One wait: each point is a poll",
            ChartPainter.linear("seconds since the wait began"),
            percent,
            false,
            data);
  }

  private static String label(String step) {
    return switch (step.split(" ", 2)[0]) {
      case "pending" -> "QUEUED";
      case "processing" -> "RUNNING";
      case "completed" -> "SUCCEEDED: the end";
      case "RATE_LIMITED" -> "429, Retry-After 30 s";
      default -> "no connection";
    };
  }
}
