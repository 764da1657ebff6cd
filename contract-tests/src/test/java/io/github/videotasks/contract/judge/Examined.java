package io.github.videotasks.contract.judge;

import io.github.videotasks.contract.report.Judgement;
import io.github.videotasks.contract.report.Opinion;
import io.github.videotasks.contract.report.Tone;
import java.util.List;
import java.util.stream.Stream;

/**
 * What another judge says of something that Pact's verifier accepts.
 *
 * @param judge as reports call it
 * @param document the document that it judges by: a page's file name, or {@code canonical}
 * @param subject where its words point, for people
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param consumer the client whose contract it is; empty for a vendor's example
 * @param complaints the judge's words; empty when it agrees
 */
record Examined(
    String judge,
    String document,
    String subject,
    String provider,
    String interaction,
    String consumer,
    List<String> complaints) {

  Stream<Difference> differences() {
    return complaints.stream()
        .map(complaint -> new Difference(judge, document, subject, complaint));
  }

  /** For the report: every complaint with the reason why it is agreed, if it is. */
  Opinion opinion(KnownDifferences known) {
    List<Difference> unexplained = known.unexplained(differences().toList());
    Tone tone = complaints.isEmpty() ? Tone.GOOD : unexplained.isEmpty() ? Tone.AGREED : Tone.BAD;
    String verdict =
        switch (tone) {
          case GOOD -> "agrees";
          case AGREED -> complaints.size() + " agreed";
          default -> unexplained.size() + " complaints";
        };
    List<String> details =
        differences()
            .map(it -> it.complaint() + known.reasonOf(it).map(why -> " — " + why).orElse(""))
            .distinct()
            .toList();
    return new Opinion(
        provider, interaction, consumer, new Judgement(judge, tone, verdict, details));
  }
}
