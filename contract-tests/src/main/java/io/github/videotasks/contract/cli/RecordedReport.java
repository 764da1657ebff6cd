package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.broker.Broker.Verified;
import io.github.videotasks.contract.report.Cell;
import io.github.videotasks.contract.report.ProviderRows;
import io.github.videotasks.contract.report.Report;
import io.github.videotasks.contract.report.Tone;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report says of each contract as a whole. */
final class RecordedReport {

  private RecordedReport() {}

  /** One for each contract of which something was tried; kept if no cell says otherwise. */
  static List<Verified> of(Report report) {
    return report.providers().stream().flatMap(RecordedReport::of).toList();
  }

  private static Stream<Verified> of(ProviderRows provider) {
    Map<String, List<Tone>> tones =
        provider.rows().stream()
            .flatMap(row -> row.cells().stream())
            .collect(
                Collectors.groupingBy(
                    Cell::consumer,
                    TreeMap::new,
                    Collectors.mapping(cell -> cell.summary().tone(), Collectors.toList())));
    return tones.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(tone -> tone != Tone.ABSENT))
        .map(it -> new Verified(it.getKey(), provider.id(), !it.getValue().contains(Tone.BAD)));
  }
}
