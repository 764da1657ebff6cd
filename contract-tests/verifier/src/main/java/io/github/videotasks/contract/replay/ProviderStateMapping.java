package io.github.videotasks.contract.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Maps a status value to the name of a provider state. Contains the values that gateways of this
 * family are known to send; an unknown value is its own state, so that a new page needs no change
 * here.
 */
public final class ProviderStateMapping {

  /**
   * The states that every task passes through. A page that does not show one of them borrows it
   * from another page.
   */
  static final List<String> LIFECYCLE_STATES = List.of("waiting", "finished");

  private static final Map<String, List<String>> STATUS_VALUES =
      Map.of(
          "waiting",
          List.of(
              "pending",
              "queued",
              "submitted",
              "not_start",
              "waiting",
              "queueing",
              "creating",
              "created",
              "initializing",
              "preparing",
              "starting"),
          "running",
          List.of("processing", "in_progress", "running", "generating", "downloading"),
          "finished",
          List.of("completed", "success", "succeeded", "succeed", "finished", "done"),
          "failed",
          List.of("failed", "failure", "fail", "error"));

  private ProviderStateMapping() {}

  /**
   * {@return the state of a status value, ignoring case; the value itself in lower case when it is
   * not known}
   *
   * @param statusValue the value of a gateway
   */
  public static String stateOf(String statusValue) {
    String lower = statusValue.toLowerCase(Locale.ROOT);
    return STATUS_VALUES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(lower))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(lower);
  }

  /**
   * {@return all status values with the same meaning, in lower case; only the value itself,
   * unchanged, when it is not known}
   *
   * @param statusValue the value of a gateway
   */
  public static List<String> synonymsOf(String statusValue) {
    return STATUS_VALUES.values().stream()
        .filter(values -> values.contains(statusValue.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(List.of(statusValue));
  }
}
