package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Result of evaluating one recipe on this machine.
 *
 * @param toolVersions names and versions of the tools, such as {@code Go 1.19.8}; empty if it was
 *     not run
 * @param missingTool why it was not run, such as {@code no Go}; null if it was run
 * @param failure output of the command that failed to build the client; null if none failed
 * @param counts counts by kind of case; empty if it was not run or not built
 * @param topics counts by topic of the wire case; empty if it was not run or not built
 * @param losslessResponses number of requests whose response the client returned without loss
 * @param plannedRequests number of requests that the client had to send
 */
record ClientEvaluation(
    String toolVersions,
    @Nullable String missingTool,
    @Nullable String failure,
    Map<CaseKind, CaseCounts> counts,
    Map<String, TopicCounts> topics,
    int losslessResponses,
    int plannedRequests) {

  static ClientEvaluation missingTool(String reason) {
    return new ClientEvaluation("", reason, null, Map.of(), Map.of(), 0, 0);
  }

  static ClientEvaluation failure(String tools, String output) {
    return new ClientEvaluation(tools, null, output, Map.of(), Map.of(), 0, 0);
  }

  CaseCounts countsOf(CaseKind kind) {
    return counts.getOrDefault(kind, CaseCounts.NONE);
  }
}
