package io.github.videotasks.contract.durable;

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

  private static final Map<String, Proof> PROOFS = new LinkedHashMap<>();

  static {
    PROOFS.put("steps", new ThroughputProof());
    PROOFS.put("storage", new StorageProof());
    PROOFS.put("idle", new IdleProof());
    PROOFS.put("polls", new EndToEndProof());
    PROOFS.put("rate", new RateProof());
    PROOFS.put("hang", new HangProof());
    PROOFS.put("cut", new CutProof());
    PROOFS.put("kills", new KillProof(50, 10));
    PROOFS.put("kills-short", new KillProof(2, 6));
    PROOFS.put("lag", new LagProof());
    PROOFS.put("clocks", new ClocksProof());
    PROOFS.put("upgrade", new UpgradeProof());
  }

  private DurableProof() {}

  /**
   * Runs measurements.
   *
   * @param args their names; none for all except the short form of kills
   */
  public static void main(String[] args) throws Exception {
    Set<String> names = args.length == 0 ? allNames() : Set.of(args);
    System.out.println("| what | goal | measured |");
    System.out.println("|---|---|---|");
    for (Map.Entry<String, Proof> proof : PROOFS.entrySet()) {
      if (names.contains(proof.getKey())) {
        try (LocalPostgres database = LocalPostgres.start()) {
          proof.getValue().run(database).forEach(System.out::println);
        }
      }
    }
    System.exit(0);
  }

  private static Set<String> allNames() {
    Set<String> names = new LinkedHashSet<>(PROOFS.keySet());
    names.remove("kills-short");
    return names;
  }
}
