package io.github.videotasks.contract.bench.coldstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares the cold start of our client with openai-java. It starts processes with one and the
 * other alternately. Both get the same response from a server on the loopback interface, and the
 * class path of each contains only the jars that it needs.
 *
 * <p>Arguments: the folder of the contract's examples, the number of rounds.
 */
public final class ColdStartBenchmark {
  private static final Pattern OURS = ColdStartRun.ourJars("video-tasks-client-generated");
  private static final Pattern OPENAI =
      Pattern.compile(
          "test-classes"
              + "|(openai-java|openai-java-core|openai-java-client-okhttp|okhttp|okhttp-jvm|logging-interceptor|okio-jvm)-\\d.*"
              + "|(kotlin-stdlib|kotlin-stdlib-jdk7|kotlin-stdlib-jdk8|kotlin-reflect|annotations|error_prone_annotations)-\\d.*"
              + "|(jackson-|jsonschema-|classmate-|httpc|swagger-annotations|slf4j-api).*");

  private static final double MAX_CPU_RATIO = 0.38;

  private ColdStartBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<ColdStartRun> ours = new ArrayList<>();
    List<ColdStartRun> theirs = new ArrayList<>();
    try (FixedVideoServer server = new FixedVideoServer(Path.of(args[0]))) {
      for (int round = 0; round < Integer.parseInt(args[1]); round++) {
        ours.add(ColdStartRun.start(GeneratedClientProgram.class, OURS, server.baseUrl()));
        theirs.add(ColdStartRun.start(OpenAiClientProgram.class, OPENAI, server.baseUrl()));
      }
    }
    print(ours, theirs);
  }

  private static void print(List<ColdStartRun> ours, List<ColdStartRun> theirs) {
    double ratio = (double) cpu(ours) / cpu(theirs);
    System.out.printf(
        "%nProcess to first decoded status, median of %d%n%n| | CPU ms | wall ms | status"
            + " |%n|---|---:|---:|---|%n",
        ours.size());
    printRow("ours", ours);
    printRow("openai-java", theirs);
    System.out.printf(
        Locale.ROOT,
        "| ratio; goal: at most %.2f of the CPU | %.2f | %.2f | %s |%n",
        MAX_CPU_RATIO,
        ratio,
        (double) wall(ours) / wall(theirs),
        ratio <= MAX_CPU_RATIO ? "met" : "MISSED");
  }

  private static void printRow(String name, List<ColdStartRun> runs) {
    System.out.printf(
        "| %s | %d | %d | %s |%n", name, cpu(runs), wall(runs), runs.get(0).result().status());
  }

  private static long cpu(List<ColdStartRun> runs) {
    return ColdStartRun.median(runs, ColdStartRun::cpuMillis);
  }

  private static long wall(List<ColdStartRun> runs) {
    return ColdStartRun.median(runs, ColdStartRun::wallMillis);
  }
}
