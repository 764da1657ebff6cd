package io.github.videotasks.cli;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Runs commands in this process, with a scripted gateway and in virtual time. */
final class CliFixture {
  static final String KEY = "sk-0123456789abcdefghij";

  final VirtualTime time = new VirtualTime();
  final TaskScript script;
  final Map<String, String> environment = new HashMap<>();
  final List<String> frames = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String in = "";
  private LiveDisplay display = LiveDisplay.none();
  private boolean online;
  private boolean defective;
  private boolean closedOutput;
  private Duration interruptAfter = Duration.ofDays(365);

  CliFixture(String... steps) {
    script = steps.length == 0 ? TaskScript.byId(time) : new TaskScript(time, steps);
    environment.put("VIDEO_TASKS_API_KEY", KEY);
    environment.put("VIDEO_TASKS_GATEWAY", "chainhub");
  }

  /** Uses real time and connections, for a gateway on this machine. */
  CliFixture online(String gateway) {
    online = true;
    environment.put("VIDEO_TASKS_GATEWAY", gateway);
    return this;
  }

  /** Sets the text of standard input. */
  CliFixture input(String text) {
    in = text;
    return this;
  }

  /** Shows live lines, and keeps each different group of lines in {@link #frames}. */
  CliFixture onTerminal(int rows) {
    display = new FrameRecorder(rows);
    return this;
  }

  /** Interrupts the next wait, as Ctrl-C does. */
  CliFixture interruptAfter(Duration waited) {
    interruptAfter = waited;
    return this;
  }

  /** Makes each wait fail with an error that is not of the library. */
  CliFixture defective() {
    defective = true;
    return this;
  }

  /** Closes standard output, as a pipe does whose reader has ended. */
  CliFixture closedOutput() {
    closedOutput = true;
    return this;
  }

  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return VideoTasksCommand.run(context(), args);
  }

  private CliContext context() {
    PrintWriter results = new PrintWriter(out);
    if (closedOutput) {
      results.close();
    }
    return new CliContext(
        results,
        new PrintWriter(err),
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        environment,
        display,
        online ? FutureWaiter.ofSystem() : new VirtualWaiter(),
        online ? Clock.systemUTC() : time::now,
        () ->
            online
                ? VideoTasks.builder()
                : VideoTasks.builder().taskSource(script).scheduler(time));
  }

  String out() {
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  String err() {
    return err.toString().replace(System.lineSeparator(), "\n");
  }

  /** Advances the virtual time instead of waiting. */
  private final class VirtualWaiter implements FutureWaiter {
    @Override
    public <T> T await(CompletableFuture<T> future, Runnable refresh)
        throws ExecutionException, InterruptedException {
      if (defective) {
        throw new IllegalStateException("a defect");
      }
      refresh.run();
      while (!future.isDone()) {
        if (interruptAfter.isZero()) {
          interruptAfter = Duration.ofDays(365);
          throw new InterruptedException();
        }
        time.advance(INTERVAL);
        interruptAfter = interruptAfter.minus(INTERVAL);
        refresh.run();
      }
      refresh.run();
      return future.get();
    }
  }

  /** Keeps the lines instead of drawing them. */
  private final class FrameRecorder implements LiveDisplay {
    private final int rows;

    private FrameRecorder(int rows) {
      this.rows = rows;
    }

    @Override
    public boolean isLive() {
      return true;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public void show(List<String> lines) {
      String frame = String.join("\n", lines);
      if (frames.isEmpty() || !frames.get(frames.size() - 1).equals(frame)) {
        frames.add(frame);
      }
    }

    @Override
    public void clear() {}

    @Override
    public StageColours colours() {
      return StageColours.NONE;
    }
  }
}
