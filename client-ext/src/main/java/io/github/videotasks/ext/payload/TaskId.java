package io.github.videotasks.ext.payload;

import org.jspecify.annotations.Nullable;

/**
 * The id of a task as it is asked for. Some gateways put the model before the task ({@code
 * sora-2:task_01k6…}, {@code grok:…}), others do not; both are sent as given.
 *
 * @param value the whole id; never empty, without {@code /}, {@code \} and control characters, not
 *     made of dots only, at most {@value #MAX_LENGTH} characters; nor does it become so when a
 *     server on the way undoes a percent-encoding, folds look-alike characters, or cuts it at a
 *     {@code ;}
 */
public record TaskId(String value) {

  /** Far above the longest id seen (45 characters), far below what a proxy refuses. */
  public static final int MAX_LENGTH = 512;

  /**
   * Takes an id as it is.
   *
   * @throws IllegalArgumentException if the id would reach another resource than a task: an empty
   *     id asks for the list, {@code ..} and {@code /} for a path elsewhere
   */
  public TaskId {
    if (value == null || value.isBlank()) {
      throw invalidId("expected a task id, found " + (value == null ? "null" : "an empty text"));
    }
    if (value.length() > MAX_LENGTH) {
      throw invalidId("expected at most " + MAX_LENGTH + " characters, found " + value.length());
    }
    String reason = TaskIdValidator.findProblem(value);
    if (reason != null) {
      throw invalidId(reason);
    }
  }

  private static IllegalArgumentException invalidId(String problem) {
    return new IllegalArgumentException(
        "task id: " + problem + "; pass the id as the gateway gave it");
  }

  /** The model before the first colon, as in {@code sora-2}; null if the id has no such prefix. */
  public @Nullable String model() {
    int colon = prefixEnd();
    return colon < 0 ? null : value.substring(0, colon);
  }

  /** The id without the model. */
  public String task() {
    return value.substring(prefixEnd() + 1);
  }

  private int prefixEnd() {
    int colon = value.indexOf(':');
    return colon > 0 && colon < value.length() - 1 ? colon : -1;
  }

  /** The id itself: it is no secret. */
  @Override
  public String toString() {
    return value;
  }
}
