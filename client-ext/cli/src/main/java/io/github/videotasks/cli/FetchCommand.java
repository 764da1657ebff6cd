package io.github.videotasks.cli;

import io.github.videotasks.ext.FetchListener;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.DownloadProgress;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code fetch}: polls a task until it ends, then downloads its video. */
@Command(
    name = "fetch",
    description = "Polls a task until it ends, then downloads its video. One deadline for both.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FetchCommand extends CliCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The id of the task; not needed if FILE of --resume exists.")
  private @Nullable String id;

  @Mixin private WaitOptions waiting;
  @Mixin private ResumeOption resume;
  @Mixin private DownloadFlags flags;

  FetchCommand(CliContext context) {
    super(context);
  }

  /** Reports the wait and the download. */
  private record BothListener(WaitProgress progress, TransferProgress transfer)
      implements FetchListener {
    @Override
    public void onChange(TaskState state) {
      progress.onChange(state);
    }

    @Override
    public void onStall(TaskState state, Duration unchanged) {
      progress.onStall(state, unchanged);
    }

    @Override
    public void onPoll(WaitSnapshot snapshot) {
      progress.onPoll(snapshot);
    }

    @Override
    public void onProgress(DownloadProgress progress) {
      transfer.onProgress(progress);
    }
  }

  /** Shows the wait, and the download from its first byte on. */
  private record BothViews(WaitReporter waiting, DownloadReporter transfer)
      implements ProgressView {
    @Override
    public void refresh() {
      (transfer.progress().hasBegun() ? transfer : waiting).refresh();
    }

    @Override
    public void ended(@Nullable Throwable error) {
      waiting.ended(error);
    }

    @Override
    public void interrupted() {
      waiting.interrupted();
    }
  }

  @Override
  int run() throws ExecutionException, InterruptedException {
    DownloadOptions options = checked(flags::options);
    SingleWait wait = checked(() -> SingleWait.of(id, resume.file(), context().clock()));
    gateway().requireEndpointOf(wait.file().snapshots());
    DownloadReporter transfer = new DownloadReporter(context());
    ProgressView view = new BothViews(WaitReporter.of(context(), wait), transfer);
    WaitPolicy policy = waiting.policy(wait.progress());
    FetchListener listener = new BothListener(wait.progress(), transfer.progress());
    try (VideoTasks tasks = gateway().open(context(), builder -> builder.waitPolicy(policy))) {
      CompletableFuture<Download> file =
          checked(() -> start(tasks, wait, policy, options, listener));
      Download download = await(file, view);
      print(DownloadReporter.format(download, printer().isJson()));
      return ExitStatus.OK;
    }
  }

  private CompletableFuture<Download> start(
      VideoTasks tasks,
      SingleWait wait,
      WaitPolicy policy,
      DownloadOptions options,
      FetchListener listener) {
    return wait.snapshot() == null
        ? tasks.fetchAsync(wait.id(), flags.folder(), policy, options, listener)
        : tasks.fetchAsync(wait.snapshot(), flags.folder(), options, listener);
  }
}
