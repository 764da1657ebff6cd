package io.github.videotasks.contract.provider;

import io.github.videotasks.contract.replay.ProviderStateNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The provider state of an interaction as the pact contains it.
 *
 * @param name for example {@code a task is waiting}; empty when the interaction has no state
 * @param params its parameters; this project's pacts have {@code id} and {@code state}
 */
public record PactState(String name, Map<String, Object> params) {

  /**
   * Copies the map, whose values may be null.
   *
   * @param name for example {@code a task is waiting}
   * @param params its parameters
   */
  public PactState {
    // Map.copyOf would reject null, which a foreign pact may contain.
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /**
   * {@return the short name, for example {@code waiting}; the name itself when the pact has no
   * short name and the state is none of this project's}
   */
  public String shortName() {
    Object shortName = params.get("state");
    return shortName == null ? ProviderStateNames.shortNameOf(name) : shortName.toString();
  }

  /** {@return the task id in the pact's request; empty when the pact does not name it} */
  public String taskId() {
    Object id = params.get("id");
    return id == null ? "" : id.toString();
  }
}
