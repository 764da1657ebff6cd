package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of {@code watch}: which are open, how the others ended, and the lines to print about
 * them. Written by callbacks, read by the thread of the command.
 */
final class WatchedTasks {
  private static final int MAX_ID = 60;

  private final InstantSource clock;
  private final TaskPrinter printer;
  private final Map<TaskId, WaitProgress> open = new LinkedHashMap<>();
  private final List<WaitProgress> continuable = new ArrayList<>();
  private final List<CompletableFuture<?>> results = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> ended = new TreeMap<>();
  private final TreeSet<Integer> codes = new TreeSet<>();

  WatchedTasks(InstantSource clock, TaskPrinter printer) {
    this.clock = clock;
    this.printer = printer;
  }

  synchronized WaitProgress add(TaskId id) {
    WaitProgress progress = new WaitProgress(id, clock.instant(), clock);
    open.put(id, progress);
    return progress;
  }

  synchronized WaitProgress addResumed(WaitSnapshot snapshot) {
    WaitProgress progress = WaitProgress.resumed(snapshot, clock);
    open.put(snapshot.id(), progress);
    return progress;
  }

  /** Returns the listener of a wait. */
  TaskListener listener(WaitProgress progress) {
    return printer.isJson() ? new EventListener(progress) : progress;
  }

  /** Follows a wait to its end. */
  void follow(WaitProgress progress, TaskWatch watch) {
    progress.started(watch);
    results.add(
        watch
            .result()
            .handle(
                (state, error) -> {
                  end(watch.id(), progress, state, error);
                  return null;
                }));
  }

  private synchronized void end(
      TaskId id, WaitProgress progress, @Nullable TaskState state, @Nullable Throwable error) {
    open.remove(id);
    if (state != null) {
      codes.add(ExitStatus.of(state.stage()));
      ended.merge(state.stage().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
      lines.add(
          printer.isJson()
              ? event("ended", state)
              : WaitLine.change(progress.view(), clock.instant()));
    } else if (error != null) {
      if (!ExitStatus.isFinal(error)) {
        continuable.add(progress);
      }
      int code = ExitStatus.of(error);
      codes.add(code);
      ended.merge(code == ExitStatus.TIMED_OUT ? "timed out" : "without result", 1, Integer::sum);
      lines.add(printer.isJson() ? failedEvent(id, error) : failedLine(id, error));
    }
  }

  private static String failedLine(TaskId id, Throwable error) {
    return MaskedExcerpt.of(id.value(), MAX_ID) + ": " + ExitStatus.messageWithGuide(error);
  }

  private static String failedEvent(TaskId id, Throwable error) {
    return new TaskDocument()
        .with("event", "failed")
        .with("id", id.value())
        .with("error", TaskDocument.of(error))
        .line();
  }

  private String event(String name, TaskState state) {
    return new TaskDocument()
        .with("event", name)
        .with("at", clock.instant())
        .with("task", TaskDocument.of(state, printer::url))
        .line();
  }

  /** Prints each change as JSON too. */
  private final class EventListener implements TaskListener {
    private final WaitProgress progress;

    private EventListener(WaitProgress progress) {
      this.progress = progress;
    }

    @Override
    public void onChange(TaskState state) {
      progress.onChange(state);
      if (!state.stage().isTerminal()) {
        add("changed", state);
      }
    }

    @Override
    public void onStall(TaskState state, Duration unchanged) {
      progress.onStall(state, unchanged);
      add("stalled", state);
    }

    @Override
    public void onPoll(WaitSnapshot snapshot) {
      progress.onPoll(snapshot);
    }

    private void add(String name, TaskState state) {
      synchronized (WatchedTasks.this) {
        lines.add(event(name, state));
      }
    }
  }

  /** Returns the open waits in the order of the ids. */
  synchronized Collection<WaitProgress> open() {
    return List.copyOf(open.values());
  }

  /** Returns the open waits and those that ended before their tasks. */
  synchronized Collection<WaitProgress> unfinished() {
    return Stream.concat(open.values().stream(), continuable.stream()).toList();
  }

  /** Returns the lines to print since the last call. */
  synchronized List<String> takeLines() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  /** Returns the number of tasks by stage, such as {@code 3 running, 2 succeeded}. */
  synchronized String summary() {
    Map<String, Integer> counts = new TreeMap<>(ended);
    for (WaitProgress each : open.values()) {
      Stage stage = each.view().stage();
      counts.merge(stage.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) -> parts.add("%,d %s".formatted(count, name)));
    return String.join(", ", parts);
  }

  /** Returns a future that is done when all waits have ended, however they ended. */
  CompletableFuture<Void> allEnded() {
    return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
  }

  synchronized int exitCode() {
    return ExitStatus.of(codes);
  }
}
