package io.github.videotasks.contract.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The verdicts as a table: a row for each provider and state, a column for each client, and by what
 * they were found.
 *
 * @param verdicts in any order
 */
public record Matrix(List<Verdict> verdicts) {

  public Matrix {
    verdicts = List.copyOf(verdicts);
  }

  /** The table as text, below it the problems; ends with a newline. */
  public String text() {
    List<String> consumers =
        List.copyOf(new TreeSet<>(verdicts.stream().map(Verdict::consumer).toList()));
    StringBuilder out = new StringBuilder(heading(consumers));
    rows().forEach((key, row) -> out.append(line(row, consumers)));
    return out + "\n" + summary() + problems();
  }

  private Map<String, List<Verdict>> rows() {
    return verdicts.stream()
        .collect(
            Collectors.groupingBy(
                verdict -> verdict.provider() + " " + verdict.interaction(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static String heading(List<String> consumers) {
    return "%-16s %-13s".formatted("provider", "state")
        + consumers.stream()
            .map(name -> "%-13s".formatted(shortName(name)))
            .collect(Collectors.joining())
        + "by\n";
  }

  private static String line(List<Verdict> row, List<String> consumers) {
    Verdict first = row.get(0);
    String cells =
        consumers.stream()
            .map(name -> row.stream().filter(it -> it.consumer().equals(name)).findFirst())
            .map(cell -> "%-13s".formatted(cell.map(it -> it.outcome().word()).orElse("-")))
            .collect(Collectors.joining());
    return "%-16s %-13s%s%s%n".formatted(first.provider(), first.state(), cells, first.by());
  }

  private static String shortName(String consumer) {
    return consumer.replace("video-tasks-client-", "");
  }

  private String summary() {
    return verdicts.stream()
            .collect(
                Collectors.groupingBy(
                    Verdict::outcome, java.util.TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", "))
        + "\n";
  }

  private String problems() {
    return verdicts.stream()
        .filter(verdict -> !verdict.problems().isEmpty())
        .map(
            verdict ->
                "%s, %s: %s (%s)%n"
                        .formatted(
                            verdict.consumer(),
                            verdict.provider(),
                            verdict.interaction(),
                            verdict.outcome().word())
                    + verdict.problems().stream()
                        .map("  %s%n"::formatted)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining());
  }
}
