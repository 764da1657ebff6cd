package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.TaskFailure;
import io.github.videotasks.ext.payload.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options that select the format of results, and the format of a task for people. */
final class TaskPrinter {
  private static final int MAX_TEXT = 300;

  @Option(names = "--json", description = "Prints each result as one line of JSON.")
  private boolean json;

  @Option(
      names = "--show-urls",
      description =
          "Prints the URLs of files with their query, which grants access to the files. It is"
              + " masked otherwise.")
  private boolean showUrls;

  /** Returns whether results are printed as JSON. */
  boolean isJson() {
    return json;
  }

  /** Returns the task in the selected format. */
  String format(TaskState task) {
    return json
        ? TaskDocument.of(task, this::url).line()
        : String.join(System.lineSeparator(), lines(task));
  }

  /** Returns the URL of a file, masked unless the user wants to see it. */
  String url(Asset asset) {
    return showUrls
        ? UnprintableText.replace(asset.url(), character -> "%EF%BF%BD")
        : MaskedExcerpt.of(asset.url(), MAX_TEXT);
  }

  private List<String> lines(TaskState task) {
    List<String> lines = new ArrayList<>();
    lines.add("task      " + text(task.id().value()));
    String stage = task.stage().name().toLowerCase(Locale.ROOT);
    lines.add(
        "stage     " + stage + (task.status() == null ? "" : " (" + text(task.status()) + ")"));
    if (task.progress() != null) {
      lines.add("progress  " + task.progress() + " %");
    }
    if (task.createdAt() != null) {
      lines.add("created   " + task.createdAt());
    }
    if (task.completedAt() != null) {
      lines.add("ended     " + task.completedAt());
    }
    for (Asset asset : task.assets()) {
      lines.add("%-9s ".formatted(asset.kind().name().toLowerCase(Locale.ROOT)) + url(asset));
    }
    TaskFailure failure = task.failure();
    if (failure != null) {
      String code = failure.code() == null ? "" : text(failure.code()) + ": ";
      String kind = failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      lines.add("failure   " + kind + ", " + code + text(failure.message()));
    }
    return lines;
  }

  private static String text(String untrusted) {
    return MaskedExcerpt.of(untrusted, MAX_TEXT);
  }
}
