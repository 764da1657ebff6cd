package io.github.videotasks.cli;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code record}: masked responses in a file, for example for an issue. */
@Command(
    name = "record",
    description = {
      "Records the responses of the gateway to a file, one JSON object in a line.",
      "The file has no API key, prompt, signed query or id, and can be attached to an issue."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RecordCommand extends CliCommand {
  private static final long MAX_BYTES = 10_000_000;

  @Parameters(paramLabel = "ID", description = "The id of the task, as the gateway returned it.")
  private String id;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file to append to. It has at most 10 MB.")
  private Path file;

  @Option(
      names = "--until-end",
      description = "Polls the task until it ends. By default it is queried once.")
  private boolean untilEnd;

  @Mixin private WaitOptions waiting;

  RecordCommand(CliContext context) {
    super(context);
  }

  @Override
  int run() throws ExecutionException, InterruptedException {
    TaskId task = taskId(id);
    if (!untilEnd && (isGiven("--deadline") || isGiven("--every"))) {
      throw usage("--deadline, --every: expected --until-end with them, found a single query");
    }
    long sizeBefore = file.toFile().length();
    try {
      TaskState state = record(task);
      print(printer().format(state));
      return ExitStatus.of(state.stage());
    } finally {
      if (file.toFile().length() > sizeBefore) {
        err().println(ExitStatus.oneLine("recorded, masked: " + file));
      }
    }
  }

  /** The file is complete when the client is closed. */
  private TaskState record(TaskId task) throws ExecutionException, InterruptedException {
    try (VideoTasks tasks =
        gateway().open(context(), builder -> builder.recordTo(file, MAX_BYTES))) {
      if (!untilEnd) {
        return await(tasks.getAsync(task.value()));
      }
      SingleWait wait = SingleWait.ofNew(task, context().clock());
      WaitPolicy policy = waiting.policy(wait.progress());
      return await(
          tasks.awaitAsync(task.value(), policy, CallOptions.defaults(), wait.progress()),
          WaitReporter.of(context(), wait));
    }
  }
}
