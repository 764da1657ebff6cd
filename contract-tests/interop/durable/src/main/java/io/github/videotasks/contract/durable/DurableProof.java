package io.github.videotasks.contract.durable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures durable waits with real processes on a real PostgreSQL, and prints a row of a Markdown
 * table for each figure.
 */
public final class DurableProof {

  /** A measurement; it gets an empty schema. */
  @FunctionalInterface
  interface Proof {
    List<ProofRow> run(LocalPostgres database) throws Exception;
  }

  private static final long STOP_MILLIS = 60_000;

  private static final Map<String, Proof> PROOFS = new LinkedHashMap<>();

  static {
    PROOFS.put("steps", new ThroughputProof());
    PROOFS.put("storage", new StorageProof());
    PROOFS.put("idle", new IdleProof());
    PROOFS.put("polls", new EndToEndProof());
    PROOFS.put("rate", new RateProof());
    PROOFS.put("hang", new HangProof());
    PROOFS.put("cut", new CutProof());
    put("restart", 300, new RestartProof());
    put("failover", 600, new FailoverProof(3, true));
    put("failover-async", 600, new FailoverProof(3, false));
    put("full", 300, new FullDiskProof());
    put("full-log", 300, new FullLogDiskProof());
    put("error", 300, new SqlErrorProof());
    PROOFS.put("kills", new KillProof(50, 10));
    PROOFS.put("kills-short", new KillProof(2, 6));
    PROOFS.put("lag", new LagProof());
    PROOFS.put("clocks", new ClocksProof(600));
    PROOFS.put("clocks-right", new ClocksProof(0));
    PROOFS.put("upgrade", new UpgradeProof(Duration.ZERO));
    PROOFS.put("upgrade-read", new UpgradeProof(Duration.ofSeconds(10)));
    put("vacuum", 1_200, new VacuumProof(Duration.ofMinutes(10)));
    put("vacuum-short", 600, new VacuumProof(Duration.ofMinutes(1)));
  }

  private DurableProof() {}

  private static void put(String name, long boundSeconds, Proof proof) {
    PROOFS.put(name, new BoundedProof(name, Duration.ofSeconds(boundSeconds), proof));
  }

  /**
   * Runs measurements.
   *
   * @param args their names; none for all except the short forms
   */
  public static void main(String[] args) {
    Thread hook = new Thread(stopper(Thread.currentThread()));
    Runtime.getRuntime().addShutdownHook(hook);
    boolean succeeded = run(args.length == 0 ? allNames() : Set.of(args));
    Runtime.getRuntime().removeShutdownHook(hook);
    System.exit(succeeded ? 0 : 1);
  }

  /** Lets a measurement that the user ends stop what it has started. */
  private static Runnable stopper(Thread runner) {
    return () -> {
      runner.interrupt();
      try {
        runner.join(STOP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Returns whether no measurement failed. One that fails does not stop the others. */
  private static boolean run(Set<String> names) {
    System.out.println("| what | goal | measured |");
    System.out.println("|---|---|---|");
    boolean succeeded = true;
    for (Map.Entry<String, Proof> proof : PROOFS.entrySet()) {
      if (names.contains(proof.getKey())) {
        try (LocalPostgres database = LocalPostgres.start()) {
          proof.getValue().run(database).forEach(System.out::println);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        } catch (Exception e) {
          e.printStackTrace();
          succeeded = false;
        }
      }
    }
    return succeeded;
  }

  private static Set<String> allNames() {
    Set<String> names = new LinkedHashSet<>(PROOFS.keySet());
    names.removeIf(name -> name.endsWith("-short"));
    return names;
  }
}
