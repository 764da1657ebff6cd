package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.support.json.JsonValue;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.util.List;
import java.util.Optional;

/**
 * One interaction of a pact, with what our contracts say beside it. A foreign pact says less: its
 * state has no short name and it refers to no page.
 */
record InteractionUnderTest(Pact pact, SynchronousHttp interaction, VerificationTarget target) {

  /** The provider state's sentence; empty when the contract needs none. */
  String stateDescription() {
    return firstState().map(ProviderState::getName).orElse("");
  }

  /** The state's short name; its sentence when the pact gives none. */
  String stateName() {
    return stateParameter("state").orElseGet(this::stateDescription);
  }

  /** The id that the contract asks for. */
  String contractTaskId() {
    return stateParameter("id").orElse("");
  }

  VerificationOutcome toOutcome(Status outcome, List<String> problems) {
    return new VerificationOutcome(
        pact.getConsumer().getName(),
        pact.getProvider().getName(),
        stateName(),
        interaction.getDescription(),
        vendorReference("shown"),
        outcome,
        target.describe(vendorReference("shown")),
        problems);
  }

  /** What a replay proves is as good as what it shows. */
  Status passedStatus() {
    if (target.isAuthoritative()) {
      return Status.VERIFIED;
    }
    return switch (vendorReference("origin")) {
      case "shown" -> Status.VERIFIED;
      case "borrowed" -> Status.BORROWED;
      default -> Status.WIRING_ONLY;
    };
  }

  private Optional<ProviderState> firstState() {
    return interaction.getProviderStates().stream().findFirst();
  }

  private Optional<String> stateParameter(String name) {
    return firstState().map(state -> state.getParams().get(name)).map(String::valueOf);
  }

  private String vendorReference(String name) {
    JsonValue references = interaction.getComments().get("references");
    return references != null && references.get("vendor") instanceof JsonValue.Object vendor
        ? String.valueOf(vendor.get(name).asString())
        : "";
  }
}
