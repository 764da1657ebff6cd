package io.github.videotasks.contract.bench.coldstart;

import java.time.Duration;

/**
 * Output line of a client process: the decoded status and the CPU time used until then.
 *
 * @param status the status value
 * @param cpuMillis CPU time of the process in ms
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
