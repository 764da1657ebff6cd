package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.Cases.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one recipe on this machine.
 *
 * @param tools the versions of what it ran with, such as {@code Go 1.19.8}; empty when it did not
 * @param missing what was not there, or null
 * @param broken why the client could not be made or run, or null
 * @param tallies what it made of the cases; empty when missing or broken
 * @param queries to how many of {@code asked} requests it gave the server's answer without loss
 * @param asked how many requests it was to send
 */
record Measured(
    String tools,
    @Nullable String missing,
    @Nullable String broken,
    Map<Kind, Tally> tallies,
    int queries,
    int asked) {

  static Measured missing(String what) {
    return new Measured("", what, null, Map.of(), 0, 0);
  }

  static Measured broken(String tools, String why) {
    return new Measured(tools, null, why, Map.of(), 0, 0);
  }

  Tally tally(Kind kind) {
    return tallies.getOrDefault(kind, Tally.NONE);
  }
}
