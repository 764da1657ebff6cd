package io.github.videotasks.cli;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code watch}: polls many tasks until all have ended. */
@Command(
    name = "watch",
    description = {
      "Polls many tasks until all have ended, with a live table on a terminal.",
      "Prints each task when it ends; with --json each change as well, one JSON object in a line.",
      "The exit code is that of the first of these kinds that occurred: 1 failed, 3 unreachable,"
          + " 4 timed out."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WatchTasksCommand extends CliCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "The ids of tasks, as the gateway returned them.")
  private List<String> ids = List.of();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "A file with an id on each line; - for standard input.")
  private @Nullable Path from; // not a String, so that the shell completes it

  @Mixin private WaitOptions options;
  @Mixin private ResumeOption resume;

  WatchTasksCommand(CliContext context) {
    super(context);
  }

  @Override
  int run() throws ExecutionException, InterruptedException {
    SnapshotFile snapshots = checked(() -> SnapshotFile.read(resume.file()));
    Set<TaskId> tasks = checked(this::readIds);
    if (tasks.isEmpty() && snapshots.snapshots().isEmpty()) {
      throw usage("ID: expected at least one id, as an argument or with --from, found none");
    }
    gateway().requireEndpointOf(snapshots.snapshots());
    WatchedTasks watched = new WatchedTasks(context().clock(), printer());
    WaitReporter reporter = WaitReporter.of(context(), snapshots, watched);
    try (VideoTasks client = gateway().open(context(), builder -> builder)) {
      for (WaitSnapshot snapshot : snapshots.snapshots()) {
        tasks.remove(snapshot.id());
        WaitProgress progress = watched.addResumed(snapshot);
        TaskListener listener = watched.listener(progress);
        WaitPolicy policy = options.policy(progress);
        watched.follow(
            progress,
            checked(() -> client.resume(snapshot, policy, CallOptions.defaults(), listener)));
      }
      for (TaskId task : tasks) {
        WaitProgress progress = watched.add(task);
        watched.follow(
            progress,
            client.watch(
                task.value(),
                options.policy(progress),
                CallOptions.defaults(),
                watched.listener(progress)));
      }
      await(watched.allEnded(), new TableView(watched, reporter));
      return watched.exitCode();
    }
  }

  private Set<TaskId> readIds() throws IOException {
    TaskIdReader reader = new TaskIdReader();
    reader.addArguments(ids);
    if (from != null) {
      reader.addLines(from.toString(), context().in());
    }
    return reader.ids();
  }

  /** Prints the ended tasks above the open ones. */
  private final class TableView implements ProgressView {
    private final WatchedTasks watched;
    private final WaitReporter open;

    private TableView(WatchedTasks watched, WaitReporter open) {
      this.watched = watched;
      this.open = open;
    }

    @Override
    public void refresh() {
      List<String> lines = watched.takeLines();
      if (!lines.isEmpty()) {
        print(String.join(System.lineSeparator(), lines));
      }
      open.refresh();
    }

    @Override
    public void ended(@Nullable Throwable error) {
      open.ended(error);
    }

    @Override
    public void interrupted() {
      open.interrupted();
    }
  }
}
