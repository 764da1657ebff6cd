package io.github.videotasks.contract.bench.coldstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Starts a process with ours and one with openai-java in turn; both get the same answer from one
 * server on the loopback, and each has the jars on its class path that it needs and no others.
 *
 * <p>Arguments: the folder of the contract's examples, the number of rounds.
 */
public final class ColdStart {
  private static final Pattern OURS = ClientRun.ours("video-tasks-client-generated");
  private static final Pattern OPENAI =
      Pattern.compile(
          "test-classes"
              + "|(openai-java|openai-java-core|openai-java-client-okhttp|okhttp|okhttp-jvm|logging-interceptor|okio-jvm)-\\d.*"
              + "|(kotlin-stdlib|kotlin-stdlib-jdk7|kotlin-stdlib-jdk8|kotlin-reflect|annotations|error_prone_annotations)-\\d.*"
              + "|(jackson-|jsonschema-|classmate-|httpc|swagger-annotations|slf4j-api).*");

  private static final double GOAL = 0.38;

  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<ClientRun> ours = new ArrayList<>();
    List<ClientRun> theirs = new ArrayList<>();
    try (VideoServer server = new VideoServer(Path.of(args[0]))) {
      for (int round = 0; round < Integer.parseInt(args[1]); round++) {
        ours.add(ClientRun.of(OursOnce.class, OURS, server.address()));
        theirs.add(ClientRun.of(OpenAiOnce.class, OPENAI, server.address()));
      }
    }
    print(ours, theirs);
  }

  private static void print(List<ClientRun> ours, List<ClientRun> theirs) {
    double ratio = (double) cpu(ours) / cpu(theirs);
    System.out.printf(
        "%nProcess to first decoded status, median of %d%n%n| | CPU ms | wall ms | status |%n|---|---:|---:|---|%n",
        ours.size());
    row("ours", ours);
    row("openai-java", theirs);
    System.out.printf(
        Locale.ROOT,
        "| ratio; goal: at most %.2f of the CPU | %.2f | %.2f | %s |%n",
        GOAL,
        ratio,
        (double) wall(ours) / wall(theirs),
        ratio <= GOAL ? "met" : "MISSED");
  }

  private static void row(String name, List<ClientRun> runs) {
    System.out.printf(
        "| %s | %d | %d | %s |%n", name, cpu(runs), wall(runs), runs.get(0).finish().status());
  }

  private static long cpu(List<ClientRun> runs) {
    return ClientRun.median(runs, ClientRun::cpuMillis);
  }

  private static long wall(List<ClientRun> runs) {
    return ClientRun.median(runs, ClientRun::wallMillis);
  }
}
