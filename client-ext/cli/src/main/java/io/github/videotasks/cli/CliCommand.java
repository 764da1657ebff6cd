package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.TaskId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Base class of all commands: help, the process, the gateway, usage errors and waiting. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VideoTasksCommand.CliVersionProvider.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
abstract class CliCommand implements Callable<Integer> {
  private final CliContext context;
  @Spec private CommandSpec spec;
  @Mixin private GatewayOptions gateway;
  @Mixin private TaskPrinter printer;

  CliCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public final Integer call() throws Exception {
    try {
      return run();
    } catch (InterruptedException e) {
      return ExitStatus.INTERRUPTED;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      context.display().clear();
    }
  }

  /** Runs the command and returns its exit code. */
  abstract int run() throws IOException, InterruptedException, ExecutionException;

  final CliContext context() {
    return context;
  }

  final GatewayOptions gateway() {
    return gateway;
  }

  final TaskPrinter printer() {
    return printer;
  }

  final PrintWriter err() {
    return context.err();
  }

  /** Prints a result, above the live display. */
  final void print(String result) {
    context.display().clear();
    context.out().println(result);
    if (context.out().checkError()) {
      // For example a pipe whose reader has ended: nobody would see the other results.
      throw new UncheckedIOException(new IOException("standard output cannot be written"));
    }
  }

  /** Waits for a result without showing progress. */
  final <T> T await(CompletableFuture<T> future) throws ExecutionException, InterruptedException {
    return await(future, new NoProgress());
  }

  /** Waits for a result. If the user interrupts, it is cancelled. */
  final <T> T await(CompletableFuture<T> future, ProgressView view)
      throws ExecutionException, InterruptedException {
    try {
      return context.futures().await(future, view::refresh);
    } catch (InterruptedException e) {
      view.interrupted();
      future.cancel(true);
      throw e;
    } finally {
      if (future.isDone() && !future.isCancelled()) {
        view.ended(future.handle((result, error) -> error).join());
      }
    }
  }

  /** Shows nothing. */
  private final class NoProgress implements ProgressView {
    @Override
    public void refresh() {}

    @Override
    public void interrupted() {
      context.err().println("interrupted");
    }
  }

  final TaskId taskId(String text) {
    return checked(() -> new TaskId(text));
  }

  /** A step that rejects its input with an {@link IllegalArgumentException}. */
  interface InputStep<T> {
    T run() throws IOException;
  }

  /** Runs a step and reports rejected input as a usage error. */
  final <T> T checked(InputStep<T> step) {
    try {
      return step.run();
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether the option is on the command line. */
  final boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  final ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
