package io.github.videotasks.ext.payload;

import org.jspecify.annotations.Nullable;

/**
 * Validated id of a task, as used in a request. Some gateways put the model before the task ({@code
 * sora-2:task_01k6…}, {@code grok:…}), others do not; both are sent unchanged.
 *
 * @param value the whole id: not blank, without {@code /}, {@code \} and control characters, not
 *     only dots, at most {@value #MAX_LENGTH} characters. This also holds after a server on the way
 *     decodes a percent-encoding, maps look-alike characters to ASCII, or cuts the id at a {@code
 *     ;}
 */
public record TaskId(String value) {

  /** Far above the longest id seen (45 characters), far below the limits of proxies. */
  public static final int MAX_LENGTH = 512;

  /**
   * Validates an id; it is kept unchanged.
   *
   * @param value the id as the gateway returned it, with the model prefix if it has one
   * @throws IllegalArgumentException if the id would address another resource than a task: an empty
   *     id requests the list of tasks, {@code ..} and {@code /} request another path
   */
  public TaskId {
    if (value == null || value.isBlank()) {
      throw invalidId("expected a task id, found " + (value == null ? "null" : "a blank string"));
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
        "task id: " + problem + "; pass the id exactly as the gateway returned it");
  }

  /** {@return the model before the first colon, such as {@code sora-2}; null without a prefix} */
  public @Nullable String model() {
    int colon = prefixEnd();
    return colon < 0 ? null : value.substring(0, colon);
  }

  /** {@return the id without the model prefix} */
  public String task() {
    return value.substring(prefixEnd() + 1);
  }

  private int prefixEnd() {
    int colon = value.indexOf(':');
    return colon > 0 && colon < value.length() - 1 ? colon : -1;
  }

  /** Returns the id itself, which is not a secret. */
  @Override
  public String toString() {
    return value;
  }
}
