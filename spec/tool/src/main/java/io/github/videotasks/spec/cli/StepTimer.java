package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.ProgressListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints elapsed time and CPU time of each step; passes progress on to another listener. */
final class StepTimer implements ProgressListener {
  private final ProgressListener next;
  private final PrintWriter out;
  private String step = "start of the JVM";
  private long startNanos = System.nanoTime() - sinceProcessBegan().toNanos();
  private Duration startCpu = Duration.ZERO;

  StepTimer(ProgressListener next, PrintWriter out) {
    this.next = next;
    this.out = out;
  }

  private static Duration sinceProcessBegan() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }

  @Override
  public void onProgress(String step, int done, int all) {
    next.onProgress(step, done, all);
  }

  @Override
  public void onStep(String step) {
    long nanos = System.nanoTime();
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    out.printf(
        Locale.ROOT,
        "step %s: %d ms, CPU %d ms%n",
        this.step,
        Duration.ofNanos(nanos - startNanos).toMillis(),
        cpu.minus(startCpu).toMillis());
    this.step = step;
    startNanos = nanos;
    startCpu = cpu;
    next.onStep(step);
  }

  @Override
  public void onEnd() {
    next.onEnd();
  }
}
