package io.github.videotasks.contract.provider;

import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Verification outcomes as a text table: a row for each provider and state, a column for each
 * client, and the target that was verified.
 *
 * @param outcomes in any order
 */
public record VerificationMatrix(List<VerificationOutcome> outcomes) {

  /**
   * Copies the list.
   *
   * @param outcomes in any order
   */
  public VerificationMatrix {
    outcomes = List.copyOf(outcomes);
  }

  /** {@return the headline and the table, followed by the problems; ends with a newline} */
  public String text() {
    return text((status, label) -> label);
  }

  /**
   * {@return the same with other labels of the results}
   *
   * @param style returns the label, padded to the width of a column, with colours for example
   */
  public String text(BiFunction<Status, String, String> style) {
    List<String> consumers =
        List.copyOf(new TreeSet<>(outcomes.stream().map(VerificationOutcome::consumer).toList()));
    StringBuilder out = new StringBuilder(headline() + "\n" + header(consumers));
    rows().forEach((key, row) -> out.append(line(row, consumers, style)));
    return out + "\n" + summary() + problems();
  }

  /** {@return one sentence that says what the run proved} */
  public String headline() {
    List<VerificationOutcome> tried =
        outcomes.stream().filter(outcome -> outcome.status().isTried()).toList();
    long failed = tried.stream().filter(outcome -> outcome.status() == Status.FAILED).count();
    if (tried.isEmpty()) {
      return "Nothing was tried.";
    }
    if (failed > 0) {
      return "Broken: %d of %d interactions that were tried.".formatted(failed, tried.size());
    }
    if (tried.stream().allMatch(outcome -> outcome.state().equals("unauthorised"))) {
      return "Only the request without a key was tried. No task was read: this proves nothing about"
          + " tasks.";
    }
    return "Kept: %d of %d interactions were tried.".formatted(tried.size(), outcomes.size());
  }

  private Map<String, List<VerificationOutcome>> rows() {
    return outcomes.stream()
        .collect(
            Collectors.groupingBy(
                outcome -> outcome.provider() + " " + outcome.interaction(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static String header(List<String> consumers) {
    return "%-16s %-13s".formatted("provider", "state")
        + consumers.stream().map(name -> padded(shortName(name))).collect(Collectors.joining())
        + "by\n";
  }

  private static String line(
      List<VerificationOutcome> row,
      List<String> consumers,
      BiFunction<Status, String, String> style) {
    VerificationOutcome first = row.get(0);
    String cells =
        consumers.stream()
            .map(name -> row.stream().filter(it -> it.consumer().equals(name)).findFirst())
            .map(
                cell ->
                    cell.map(it -> style.apply(it.status(), padded(it.status().label())))
                        .orElse(padded("-")))
            .collect(Collectors.joining());
    return "%-16s %-13s%s%s%n".formatted(first.provider(), first.state(), cells, first.target());
  }

  private static String padded(String text) {
    return "%-13s".formatted(text);
  }

  private static String shortName(String consumer) {
    return consumer.replace("video-tasks-client-", "");
  }

  private String summary() {
    return outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    VerificationOutcome::status, java.util.TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "))
        + "\n";
  }

  private String problems() {
    return outcomes.stream()
        .filter(outcome -> !outcome.problems().isEmpty())
        .map(
            outcome ->
                "%s, %s: %s (%s)%n"
                        .formatted(
                            outcome.consumer(),
                            outcome.provider(),
                            outcome.interaction(),
                            outcome.status().label())
                    + outcome.problemLines().stream()
                        .map("  %s%n"::formatted)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining());
  }
}
