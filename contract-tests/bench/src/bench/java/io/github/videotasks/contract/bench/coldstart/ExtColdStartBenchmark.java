package io.github.videotasks.contract.bench.coldstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the extension adds to the cold start of the generated client below it: processes with the
 * one and with the other in turn, on one class path, with the same answer from one server on the
 * loopback. Counted is the time of the processor, because the machine may have other work.
 *
 * <p>Arguments: the folder of the contract's examples, the number of rounds, and the most that the
 * ratio of the medians may be; above it the process ends with 1.
 */
public final class ExtColdStartBenchmark {
  private static final Pattern BOTH_CLIENTS = ColdStartRun.ourJars("video-tasks-client-");

  private ExtColdStartBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<ColdStartRun> generated = new ArrayList<>();
    List<ColdStartRun> extension = new ArrayList<>();
    try (FixedVideoServer server = new FixedVideoServer(Path.of(args[0]))) {
      for (int round = 0; round < Integer.parseInt(args[1]); round++) {
        generated.add(
            ColdStartRun.start(GeneratedClientProgram.class, BOTH_CLIENTS, server.baseUrl()));
        extension.add(ColdStartRun.start(ExtClientProgram.class, BOTH_CLIENTS, server.baseUrl()));
      }
    }
    long below = ColdStartRun.median(generated, ColdStartRun::cpuMillis);
    long above = ColdStartRun.median(extension, ColdStartRun::cpuMillis);
    double ratio = (double) above / below;
    System.out.printf(
        "%nProcess to first decoded status, CPU ms, median of %d%n"
            + "%-18s %6d%n%-18s %6d%nratio %.2f, at most %s%n",
        generated.size(), "client-generated", below, "client-ext", above, ratio, args[2]);
    System.exit(ratio <= Double.parseDouble(args[2]) ? 0 : 1);
  }
}
