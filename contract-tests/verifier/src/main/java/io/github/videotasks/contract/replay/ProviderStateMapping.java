package io.github.videotasks.contract.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names the provider state that an example shows by its status word. The words are those that
 * gateways of this family are known to use; an unknown word is its own state, so that a new page
 * needs no change here.
 */
public final class ProviderStateMapping {

  /**
   * The states that a task of every provider passes through; a page that does not show one borrows
   * it.
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
   * The state that a vendor's word stands for, whatever its case; the word itself when it is not
   * known.
   */
  public static String stateOf(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return STATUS_VALUES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(lower))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(lower);
  }

  /**
   * Every word that means the same as a vendor's word, in lower case; only the word itself when it
   * is not known.
   */
  public static List<String> synonymsOf(String word) {
    return STATUS_VALUES.values().stream()
        .filter(words -> words.contains(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(List.of(word));
  }
}
