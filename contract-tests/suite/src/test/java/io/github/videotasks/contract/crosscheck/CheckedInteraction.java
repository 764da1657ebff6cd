package io.github.videotasks.contract.crosscheck;

import io.github.videotasks.contract.report.CheckResult;
import io.github.videotasks.contract.report.CheckStatus;
import io.github.videotasks.contract.report.InteractionCheckResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * Result of a check beside Pact's verifier, for one interaction or example.
 *
 * @param check name of the check in reports
 * @param document the OpenAPI document of the check: a page's file name, or {@code canonical}
 * @param subject what the check was applied to, for people
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param consumer the client whose contract it is; empty for a vendor's example
 * @param violations messages of the check; empty when it passed
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
        .map(violation -> new CheckDifference(check, document, subject, violation));
  }

  /**
   * Converts to a check result for the report: every violation, with the reason if it is accepted.
   */
  InteractionCheckResult toResult(KnownDifferences known) {
    List<CheckDifference> unknown = known.unknown(differences().toList());
    CheckStatus status =
        violations.isEmpty()
            ? CheckStatus.GOOD
            : unknown.isEmpty() ? CheckStatus.AGREED : CheckStatus.BAD;
    String summary =
        switch (status) {
          case GOOD -> "passed";
          case AGREED -> violations.size() + " accepted";
          default -> unknown.size() + " violations";
        };
    List<String> details =
        differences()
            .map(it -> it.violation() + known.reasonOf(it).map(reason -> " — " + reason).orElse(""))
            .distinct()
            .toList();
    return new InteractionCheckResult(
        provider, interaction, consumer, new CheckResult(check, status, summary, details));
  }
}
