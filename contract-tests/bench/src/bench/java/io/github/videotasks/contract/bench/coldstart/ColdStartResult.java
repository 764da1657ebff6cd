package io.github.videotasks.contract.bench.coldstart;

import java.time.Duration;

/**
 * The line by which a client's process says that it has the status, and what it cost until then.
 */
record ColdStartResult(String status, long cpuMillis) {

  static void print(String status) {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.println(status + " " + cpu.toMillis());
  }

  static ColdStartResult parse(String line) {
    int space = line.lastIndexOf(' ');
    return new ColdStartResult(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
  }
}
