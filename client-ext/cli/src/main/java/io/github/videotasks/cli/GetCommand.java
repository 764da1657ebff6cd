package io.github.videotasks.cli;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code get}: one query. */
@Command(name = "get", description = "Queries a task once and prints it.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class GetCommand extends CliCommand {
  @Parameters(paramLabel = "ID", description = "The id of the task, as the gateway returned it.")
  private String id;

  GetCommand(CliContext context) {
    super(context);
  }

  @Override
  int run() throws ExecutionException, InterruptedException {
    TaskId task = taskId(id);
    try (VideoTasks tasks = gateway().open(context(), builder -> builder)) {
      TaskState state = await(tasks.getAsync(task.value()));
      print(printer().format(state));
      return ExitStatus.of(state.stage());
    }
  }
}
