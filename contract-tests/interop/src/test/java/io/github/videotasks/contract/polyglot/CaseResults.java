package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Results of all cases of one client, counted by kind and by topic. */
final class CaseResults {
  private final Map<CaseKind, CaseCounts> counts = new EnumMap<>(CaseKind.class);
  private final Map<String, TopicCounts> topics = new TreeMap<>();
  private final List<String> report;

  /**
   * @param report receives a line for each case
   */
  CaseResults(List<String> report) {
    this.report = report;
  }

  /**
   * Adds the result of a case.
   *
   * @param out path of the written files without their extensions: {@code .json} or {@code .error}
   */
  void add(DecodeCase each, Path out) throws IOException {
    boolean passed =
        each.kind() == CaseKind.REJECTED ? isRejected(each, out) : isLossless(each, out);
    topics.merge(each.topic(), TopicCounts.NONE.plus(passed), (before, one) -> before.plus(passed));
  }

  Map<CaseKind, CaseCounts> counts() {
    return counts;
  }

  Map<String, TopicCounts> topics() {
    return topics;
  }

  /** A client that stopped before the case wrote no error, and did not reject it. */
  private boolean isRejected(DecodeCase each, Path out) throws IOException {
    boolean rejected = Files.exists(errorFile(out)) && !Files.exists(outputFile(out));
    report(
        each, rejected ? "rejected as expected: " + error(out) : "expected an error, found none");
    return rejected;
  }

  private boolean isLossless(DecodeCase each, Path out) throws IOException {
    CaseCounts before = counts.getOrDefault(each.kind(), CaseCounts.NONE);
    counts.put(each.kind(), before.plusRejected());
    if (!Files.exists(outputFile(out))) {
      report(each, "rejected: " + error(out));
      return false;
    }
    try {
      String written = Files.readString(outputFile(out));
      RoundTripLoss loss =
          RoundTripLoss.compare(JsonTrees.tree(each.json()), JsonTrees.tree(written));
      report(each, loss.toString());
      counts.put(each.kind(), before.plusDecoded(loss));
      return loss.lost().isEmpty() && loss.added().isEmpty();
    } catch (JsonProcessingException e) {
      report(each, "output is not JSON: " + e.getOriginalMessage());
      return false;
    }
  }

  private void report(DecodeCase each, String result) {
    report.add(each.kind() + " " + each.name() + ": " + result);
  }

  private static String error(Path out) throws IOException {
    return Files.exists(errorFile(out)) ? Files.readString(errorFile(out)) : "no output";
  }

  private static Path outputFile(Path out) {
    return Path.of(out + ".json");
  }

  private static Path errorFile(Path out) {
    return Path.of(out + ".error");
  }
}
