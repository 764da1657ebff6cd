package io.github.videotasks.contract.states;

import au.com.dius.pact.provider.junitsupport.State;
import java.util.Map;
import java.util.UUID;

/**
 * Handlers of the provider states in the pacts, for a gateway of one's own. The same six serve
 * every provider: each returns the id that the verifier then requests.
 */
public final class TaskStates {

  /** Replace it: insert a task that is in this state. The replay server knows such ids. */
  private static Map<String, Object> insertTask(String state) {
    return Map.of("id", state + ":" + UUID.randomUUID());
  }

  @State("a task is waiting")
  public Map<String, Object> waiting() {
    return insertTask("waiting");
  }

  @State("a task is finished")
  public Map<String, Object> finished() {
    return insertTask("finished");
  }

  @State("a task has failed")
  public Map<String, Object> failed() {
    return insertTask("failed");
  }

  @State("a task is polled too often")
  public Map<String, Object> rateLimited() {
    return insertTask("rate-limited");
  }

  @State("no task has this id")
  public Map<String, Object> unknownId(Map<String, Object> params) {
    return params;
  }

  @State("no token is sent")
  public Map<String, Object> unauthorised() {
    return insertTask("waiting");
  }
}
