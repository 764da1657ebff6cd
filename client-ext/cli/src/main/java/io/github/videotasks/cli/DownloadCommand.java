package io.github.videotasks.cli;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code download}: the files of a finished task. */
@Command(
    name = "download",
    description = {
      "Downloads the video of a task that has succeeded.",
      "An interrupted download continues when the command is run again."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DownloadCommand extends CliCommand {
  @Parameters(paramLabel = "ID", description = "The id of the task, as the gateway returned it.")
  private String id;

  @Option(names = "--all", description = "Downloads every file of the task.")
  private boolean all;

  @Mixin private DownloadFlags flags;

  DownloadCommand(CliContext context) {
    super(context);
  }

  @Override
  int run() throws ExecutionException, InterruptedException {
    TaskId task = taskId(id);
    DownloadReporter reporter = new DownloadReporter(context());
    DownloadOptions options = checked(() -> flags.options().withListener(reporter.progress()));
    try (VideoTasks tasks = gateway().open(context(), builder -> builder)) {
      TaskState state = await(tasks.getAsync(task.value()));
      for (Download file : await(start(tasks, state, options), reporter)) {
        print(DownloadReporter.format(file, printer().isJson()));
      }
      return ExitStatus.OK;
    }
  }

  private CompletableFuture<List<Download>> start(
      VideoTasks tasks, TaskState state, DownloadOptions options) {
    return all
        ? tasks.downloads().allAsync(state, flags.folder(), options)
        : tasks.downloads().resultAsync(state, flags.folder(), options).thenApply(List::of);
  }
}
