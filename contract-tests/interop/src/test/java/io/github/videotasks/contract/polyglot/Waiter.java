package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.WaitScripts.ScriptedResponse;
import io.github.videotasks.contract.polyglot.WaitScripts.WaitEnd;
import io.github.videotasks.contract.polyglot.WaitScripts.WaitOutcome;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Waits for tasks by polling a gateway, in some language, without the pauses between polls. */
interface Waiter {
  /** The operations that return a task. */
  List<String> OPERATIONS = List.of("queryVideoTask", "retrieveVideo");

  /**
   * Waits for one task after the other.
   *
   * @param operation the id of the operation to poll with
   * @return how each wait ended, by the id of the task
   */
  Map<String, WaitEnd> waitForAll(String url, String operation, Collection<String> ids)
      throws IOException, InterruptedException;

  /**
   * Waits with each operation and each script, and counts the polls at the server.
   *
   * @return the outcomes by operation and script; without those for which the waiter has none
   */
  default Map<String, WaitOutcome> measure(Map<String, List<ScriptedResponse>> scripts)
      throws IOException, InterruptedException {
    Map<String, WaitOutcome> outcomes = new LinkedHashMap<>();
    try (WaitScriptServer server = new WaitScriptServer(scripts)) {
      for (String operation : OPERATIONS) {
        Map<String, WaitEnd> ends = waitForAll(server.url(), operation, scripts.keySet());
        Map<String, Integer> polls = server.takePolls();
        ends.forEach(
            (id, end) ->
                outcomes.put(
                    operation + " " + id, new WaitOutcome(polls.getOrDefault(id, 0), end)));
      }
    }
    return outcomes;
  }
}
