package io.github.videotasks.contract.report;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.provider.Pacts;
import io.github.videotasks.contract.replay.Catalogue;
import io.github.videotasks.contract.replay.Origin;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situation.Expects;
import io.github.videotasks.contract.replay.Situations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of a checkout: a row for each provider state that its data has, filled with what the
 * judges have handed in so far. A judge that has not run leaves a cell that says so.
 */
public final class ContractReport {

  private final Checkout checkout;
  private final Situations situations;
  private final List<Opinion> opinions;

  private ContractReport(Checkout checkout, Parts parts) {
    this.checkout = checkout;
    this.situations = Situations.read(checkout);
    this.opinions = parts.opinions();
  }

  /** Puts together what there is. */
  public static Report of(Checkout checkout, Parts parts) throws IOException {
    ContractReport report = new ContractReport(checkout, parts);
    List<Reading> readings = parts.readings();
    return new Report(
        report.situations.catalogue().providers().stream().map(report::rows).toList(),
        parts.mutation(),
        readings.isEmpty() ? List.of() : Ledger.of(checkout, readings),
        Counting.of(checkout, report.situations));
  }

  private ProviderRows rows(Provider provider) {
    List<String> consumers =
        Pacts.of(checkout, provider.id()).stream()
            .map(file -> Pacts.party(file, "consumer"))
            .toList();
    return new ProviderRows(
        provider.id(),
        provider.page(),
        situations.of(provider).stream().map(row -> row(provider, row, consumers)).toList());
  }

  private Row row(Provider provider, Situation row, List<String> consumers) {
    List<Judgement> aboutTheExample =
        row.origin().documented() ? judgements(Judges.OF_AN_EXAMPLE, provider, row, "") : List.of();
    return new Row(
        row.operation().operationId(),
        row.state(),
        row.interaction(),
        new Evidence(label(row.origin()), place(row.origin()), aboutTheExample),
        consumers.stream()
            .map(it -> new Cell(it, judgements(Judges.OF_A_CELL, provider, row, it)))
            .toList());
  }

  private List<Judgement> judgements(
      List<String> judges, Provider provider, Situation row, String consumer) {
    return judges.stream()
        .map(judge -> said(judge, provider, row, consumer).orElseGet(() -> unsaid(judge, row)))
        .toList();
  }

  private static Judgement unsaid(String judge, Situation row) {
    return judge.equals(Judges.MUTATION) && row.expects() == Expects.STATUS_CLASS
        ? new Judgement(judge, Tone.ABSENT, "nothing named", List.of())
        : Judgement.notRun(judge);
  }

  private Optional<Judgement> said(
      String judge, Provider provider, Situation row, String consumer) {
    return opinions.stream()
        .filter(
            it ->
                it.provider().equals(provider.id())
                    && it.interaction().equals(row.interaction())
                    && it.consumer().equals(consumer))
        .map(Opinion::judgement)
        .filter(judgement -> judgement.judge().startsWith(judge))
        .findFirst();
  }

  private static String label(Origin origin) {
    return origin instanceof Origin.Undocumented undocumented
        ? origin.label() + ". " + undocumented.fact()
        : origin.label();
  }

  private @Nullable String place(Origin origin) {
    if (origin instanceof Origin.Shown shown) {
      return place(shown.page(), shown.example());
    }
    if (origin instanceof Origin.Borrowed borrowed) {
      return place(borrowed.page(), borrowed.example());
    }
    return null;
  }

  private @Nullable String place(String page, int example) {
    Catalogue catalogue = situations.catalogue();
    return catalogue.providers().stream()
        .filter(provider -> provider.pageName().equals(page))
        .flatMap(provider -> lines(provider, example))
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> lines(Provider provider, int example) {
    return provider.operations().stream()
        .flatMap(operation -> operation.examples().stream())
        .filter(it -> it.n() == example)
        .map(it -> "spec/" + provider.page() + ":" + it.line());
  }

  /** Writes the report again, with what is there by now; called by whoever hands something in. */
  public static void refresh(Checkout checkout, Path folder, Parts parts) {
    try {
      new ReportFiles(folder).write(of(checkout, parts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
