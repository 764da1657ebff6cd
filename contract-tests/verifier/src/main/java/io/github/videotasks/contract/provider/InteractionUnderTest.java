package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.support.json.JsonValue;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.util.List;
import java.util.Map;

/**
 * One interaction of a pact under verification, with the additional data that this project's pacts
 * contain: the short name of the state and the vendor's page. A foreign pact has neither.
 */
record InteractionUnderTest(Pact pact, SynchronousHttp interaction, VerificationTarget target) {

  /** Returns the first provider state; one without a name when the interaction has none. */
  PactState state() {
    return interaction.getProviderStates().stream()
        .findFirst()
        .map(state -> new PactState(String.valueOf(state.getName()), state.getParams()))
        .orElse(new PactState("", Map.of()));
  }

  /** Returns the names of this interaction. */
  PactInteraction names() {
    return new PactInteraction(
        pact.getProvider().getName(),
        reference("openapi", "operationId"),
        state().shortName(),
        reference("vendor", "page"));
  }

  VerificationOutcome toOutcome(Status outcome, List<ContractProblem> problems) {
    return new VerificationOutcome(
        pact.getConsumer().getName(),
        pact.getProvider().getName(),
        reference("openapi", "operationId"),
        reference("vendor", "page"),
        state().shortName(),
        interaction.getDescription(),
        vendorReference("shown"),
        outcome,
        target.describe(vendorReference("shown")),
        problems);
  }

  /**
   * Returns the status of a passed interaction. A replay proves only as much as the example that it
   * serves: the provider's own, a borrowed one, or none.
   */
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

  private String vendorReference(String name) {
    return reference("vendor", name);
  }

  private String reference(String group, String name) {
    JsonValue references = interaction.getComments().get("references");
    return references != null && references.get(group) instanceof JsonValue.Object found
        ? String.valueOf(found.get(name).asString())
        : "";
  }
}
