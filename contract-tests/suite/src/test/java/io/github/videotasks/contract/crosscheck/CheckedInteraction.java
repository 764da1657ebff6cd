package io.github.videotasks.contract.crosscheck;

import io.github.videotasks.contract.report.CheckResult;
import io.github.videotasks.contract.report.CheckStatus;
import io.github.videotasks.contract.report.InteractionCheckResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * What another judge says of something that Pact's verifier accepts.
 *
 * @param check as reports call it
 * @param document the document that it judges by: a page's file name, or {@code canonical}
 * @param subject where its words point, for people
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param consumer the client whose contract it is; empty for a vendor's example
 * @param violations the judge's words; empty when it agrees
 */
record CheckedInteraction(
    String check,
    String document,
    String subject,
    String provider,
    String interaction,
    String consumer,
    List<String> violations) {

  Stream<CheckDifference> differences() {
    return violations.stream()
        .map(complaint -> new CheckDifference(check, document, subject, complaint));
  }

  /** For the report: every complaint with the reason why it is agreed, if it is. */
  InteractionCheckResult toResult(KnownDifferences known) {
    List<CheckDifference> unexplained = known.unknown(differences().toList());
    CheckStatus tone =
        violations.isEmpty()
            ? CheckStatus.GOOD
            : unexplained.isEmpty() ? CheckStatus.AGREED : CheckStatus.BAD;
    String verdict =
        switch (tone) {
          case GOOD -> "agrees";
          case AGREED -> violations.size() + " agreed";
          default -> unexplained.size() + " complaints";
        };
    List<String> details =
        differences()
            .map(it -> it.violation() + known.reasonOf(it).map(why -> " — " + why).orElse(""))
            .distinct()
            .toList();
    return new InteractionCheckResult(
        provider, interaction, consumer, new CheckResult(check, tone, verdict, details));
  }
}
