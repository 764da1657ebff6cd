package io.github.videotasks.contract.durable;

import java.time.Duration;

/**
 * Steps by wall time and by CPU time. The second one also holds on a machine that is busy with
 * other things.
 *
 * @param perSecond the steps per second
 * @param perCpuSecond the steps per second of CPU time of this process and PostgreSQL together
 */
record StepRate(double perSecond, double perCpuSecond) {

  /** Starts to measure. */
  static Measurement start(LocalPostgres database) {
    return new Measurement(database, System.nanoTime(), totalCpu(database));
  }

  /** The time at the start of the steps. */
  record Measurement(LocalPostgres database, long nanos, Duration cpu) {
    StepRate stop(int steps) {
      double seconds = ThroughputProof.seconds(nanos);
      double cpuSeconds = totalCpu(database).minus(cpu).toMillis() / 1e3;
      return new StepRate(steps / seconds, steps / cpuSeconds);
    }
  }

  private static Duration totalCpu(LocalPostgres database) {
    return database
        .cpu()
        .plus(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
  }

  @Override
  public String toString() {
    return "%,.0f/s, %,.0f per CPU second".formatted(perSecond, perCpuSecond);
  }
}
