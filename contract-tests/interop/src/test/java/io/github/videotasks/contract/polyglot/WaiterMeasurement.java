package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.WaitScripts.ScriptedResponse;
import io.github.videotasks.contract.polyglot.WaitScripts.WaitEnd;
import io.github.videotasks.contract.polyglot.WaitScripts.WaitOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Compares waiters with client-ext: each must end at the same poll with the same stage, for the
 * scripts of the file and for random ones.
 */
final class WaiterMeasurement {
  private static final String LIBRARY = "Java, `client-ext`";
  private static final int RANDOM_SCRIPTS = 200;

  private final long seed = Long.getLong("polyglot.seed", 20261126);
  private final Map<String, List<ScriptedResponse>> scripts = new LinkedHashMap<>();
  private final Map<String, WaitOutcome> expected;
  private final Map<String, List<String>> rows = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  private WaiterMeasurement() throws IOException, InterruptedException {
    WaitScripts file = WaitScripts.read();
    scripts.putAll(file.resolved());
    scripts.putAll(file.random(RANDOM_SCRIPTS, seed));
    expected = new LibraryWaiter().measure(scripts);
    rows.put(LIBRARY, WaiterTable.cells(expected, expected));
  }

  /** Measures client-ext. */
  static WaiterMeasurement ofLibrary() throws IOException, InterruptedException {
    return new WaiterMeasurement();
  }

  /** Measures another waiter and records its row and its differences from client-ext. */
  void add(String name, Waiter waiter) throws IOException, InterruptedException {
    Map<String, WaitOutcome> measured = waiter.measure(scripts);
    rows.put(name, WaiterTable.cells(measured, expected));
    expected.forEach(
        (script, outcome) -> {
          if (!Objects.equals(measured.get(script), outcome)) {
            differences.add(
                "%s, %s: expected %s, found %s: %s"
                    .formatted(
                        name,
                        script,
                        outcome,
                        measured.get(script),
                        scripts.get(script.replaceFirst(".* ", ""))));
          }
        });
  }

  /** Records a difference unless a waiter without any time ends after its first poll. */
  void addDeadline(String name, Waiter waiter) throws IOException, InterruptedException {
    Map<String, WaitOutcome> measured =
        waiter.measure(Map.of(WaitScripts.MAIN, scripts.get(WaitScripts.MAIN)));
    WaitOutcome first = new WaitOutcome(1, WaitEnd.GAVE_UP);
    if (measured.isEmpty() || !measured.values().stream().allMatch(first::equals)) {
      differences.add(name + ", deadline: expected " + first + ", found " + measured);
    }
  }

  void addNotRun(String name, String reason) {
    rows.put(name, WaiterTable.notRun(reason));
  }

  Map<String, List<String>> rows() {
    return rows;
  }

  List<String> differences() {
    return differences;
  }

  /** Returns the outcomes of client-ext. */
  Map<String, WaitOutcome> expected() {
    return expected;
  }

  long seed() {
    return seed;
  }
}
