package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report of what Pact's verifier found on a host, from nothing but its verdicts. */
public final class VerdictReport {

  private VerdictReport() {}

  /** The matrix alone, in the order of the verdicts. */
  public static Report of(List<Verdict> verdicts) {
    return new Report(
        grouped(verdicts, Verdict::provider).entrySet().stream()
            .map(provider -> new ProviderRows(provider.getKey(), "", rows(provider.getValue())))
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Row> rows(List<Verdict> verdicts) {
    return grouped(verdicts, Verdict::interaction).values().stream()
        .map(VerdictReport::row)
        .toList();
  }

  private static Row row(List<Verdict> verdicts) {
    Verdict first = verdicts.get(0);
    return new Row(
        "",
        first.state(),
        first.interaction(),
        new Evidence(first.shown(), null, List.of()),
        verdicts.stream().map(it -> new Cell(it.consumer(), List.of(Judges.of(it)))).toList());
  }

  private static Map<String, List<Verdict>> grouped(
      List<Verdict> verdicts, Function<Verdict, String> key) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
