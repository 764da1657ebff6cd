package io.github.videotasks.cli;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code await}: polls one task until it ends. */
@Command(name = "await", description = "Polls a task until it ends and prints it.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AwaitCommand extends CliCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The id of the task; not needed if FILE of --resume exists.")
  private @Nullable String id;

  @Mixin private WaitOptions options;
  @Mixin private ResumeOption resume;

  AwaitCommand(CliContext context) {
    super(context);
  }

  @Override
  int run() throws ExecutionException, InterruptedException {
    SingleWait wait = checked(() -> SingleWait.of(id, resume.file(), context().clock()));
    gateway().requireEndpointOf(wait.file().snapshots());
    WaitPolicy policy = options.policy(wait.progress());
    try (VideoTasks tasks = gateway().open(context(), builder -> builder)) {
      TaskWatch watch = checked(() -> start(tasks, wait, policy));
      wait.progress().started(watch);
      TaskState end = await(watch.result(), WaitReporter.of(context(), wait));
      print(printer().format(end));
      return ExitStatus.of(end.stage());
    }
  }

  private static TaskWatch start(VideoTasks tasks, SingleWait wait, WaitPolicy policy) {
    CallOptions call = CallOptions.defaults();
    return wait.snapshot() == null
        ? tasks.watch(wait.id(), policy, call, wait.progress())
        : tasks.resume(wait.snapshot(), policy, call, wait.progress());
  }
}
