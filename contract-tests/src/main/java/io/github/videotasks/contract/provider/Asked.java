package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.support.json.JsonValue;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * One interaction of a pact, with what our contracts say beside it. A foreign pact says less: its
 * state has no short name and it refers to no page.
 */
record Asked(Pact pact, SynchronousHttp interaction, Target target) {

  /** The provider state's sentence; empty when the contract needs none. */
  String sentence() {
    return firstState().map(ProviderState::getName).orElse("");
  }

  /** The state's short name; its sentence when the pact gives none. */
  String state() {
    return param("state").orElseGet(this::sentence);
  }

  /** The id that the contract asks for. */
  String usualId() {
    return param("id").orElse("");
  }

  Verdict verdict(Outcome outcome, List<String> problems) {
    return new Verdict(
        pact.getConsumer().getName(),
        pact.getProvider().getName(),
        state(),
        interaction.getDescription(),
        reference("shown"),
        outcome,
        target.answers(reference("shown")),
        problems);
  }

  /** What a replay proves is as good as what it shows. */
  Outcome proven() {
    if (target.real()) {
      return Outcome.VERIFIED;
    }
    return switch (reference("origin")) {
      case "shown" -> Outcome.VERIFIED;
      case "borrowed" -> Outcome.BORROWED;
      default -> Outcome.WIRING_ONLY;
    };
  }

  private Optional<ProviderState> firstState() {
    return interaction.getProviderStates().stream().findFirst();
  }

  private Optional<String> param(String name) {
    return firstState().map(state -> state.getParams().get(name)).map(String::valueOf);
  }

  private String reference(String name) {
    JsonValue references = interaction.getComments().get("references");
    return references != null && references.get("vendor") instanceof JsonValue.Object vendor
        ? String.valueOf(vendor.get(name).asString())
        : "";
  }
}
