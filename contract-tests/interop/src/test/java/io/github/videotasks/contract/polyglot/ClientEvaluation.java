package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one recipe on this machine.
 *
 * @param toolVersions the versions of what it ran with, such as {@code Go 1.19.8}; empty when it
 *     did not
 * @param missingTool what was not there, or null
 * @param failure why the client could not be made or run, or null
 * @param counts what it made of the cases; empty when missing or broken
 * @param losslessResponses to how many of {@code asked} requests it gave the server's answer
 *     without loss
 * @param plannedRequests how many requests it was to send
 */
record ClientEvaluation(
    String toolVersions,
    @Nullable String missingTool,
    @Nullable String failure,
    Map<CaseKind, CaseCounts> counts,
    int losslessResponses,
    int plannedRequests) {

  static ClientEvaluation missingTool(String what) {
    return new ClientEvaluation("", what, null, Map.of(), 0, 0);
  }

  static ClientEvaluation failure(String tools, String why) {
    return new ClientEvaluation(tools, null, why, Map.of(), 0, 0);
  }

  CaseCounts countsOf(CaseKind kind) {
    return counts.getOrDefault(kind, CaseCounts.NONE);
  }
}
