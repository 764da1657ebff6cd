package io.github.videotasks.contract.replay;

import java.util.Map;

/**
 * Names of the provider states in the pacts, by the short name of a state. A name contains neither
 * an id nor a provider, so that a handler for each name serves every provider.
 */
public final class ProviderStateNames {

  private static final String USUAL_NAME = "a task is ";

  /** The names that do not follow from the short name. */
  private static final Map<String, String> NAMES =
      Map.of(
          "failed", "a task has failed",
          "rate-limited", "a task is polled too often",
          "unauthorised", "no token is sent",
          "unknown-id", "no task has this id");

  private ProviderStateNames() {}

  /**
   * Returns the name of a state, for example {@code a task is waiting}.
   *
   * @param state the short name without a number, because all examples of a state have one name
   */
  static String nameOf(String state) {
    return NAMES.getOrDefault(state, USUAL_NAME + state);
  }

  /**
   * {@return the short name of a state; the name itself when it is not one of these names}
   *
   * @param name the name of a provider state
   */
  public static String shortNameOf(String name) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name.startsWith(USUAL_NAME) ? name.substring(USUAL_NAME.length()) : name);
  }
}
