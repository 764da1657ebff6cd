package io.github.videotasks.contract.bench.coldstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares the cold start of the extension with that of the generated client that it is based on.
 * It starts processes with one and the other alternately, with the same class path and the same
 * response from a server on the loopback interface. It measures CPU time, because other processes
 * may use the machine.
 *
 * <p>Arguments: the folder of the contract's examples, the number of rounds, and the maximum ratio
 * of the medians; if it is exceeded, the process exits with 1.
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
    long generatedMillis = ColdStartRun.median(generated, ColdStartRun::cpuMillis);
    long extensionMillis = ColdStartRun.median(extension, ColdStartRun::cpuMillis);
    double ratio = (double) extensionMillis / generatedMillis;
    System.out.printf(
        "%nProcess to first decoded status, CPU ms, median of %d%n"
            + "%-18s %6d%n%-18s %6d%nratio %.2f, at most %s%n",
        generated.size(),
        "client-generated",
        generatedMillis,
        "client-ext",
        extensionMillis,
        ratio,
        args[2]);
    System.exit(ratio <= Double.parseDouble(args[2]) ? 0 : 1);
  }
}
