package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.support.json.JsonValue;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.util.List;
import java.util.Optional;

/**
 * One interaction of a pact under verification, with the additional data that this project's pacts
 * contain: the short name of the state and the vendor's page. A foreign pact has neither.
 */
record InteractionUnderTest(Pact pact, SynchronousHttp interaction, VerificationTarget target) {

  /** Returns the description of the provider state; empty when the interaction has no state. */
  String stateDescription() {
    return firstState().map(ProviderState::getName).orElse("");
  }

  /** Returns the short name of the state; its description when the pact has no short name. */
  String stateName() {
    return stateParameter("state").orElseGet(this::stateDescription);
  }

  /** Returns the task id in the pact's request; empty when the pact does not name it. */
  String contractTaskId() {
    return stateParameter("id").orElse("");
  }

  VerificationOutcome toOutcome(Status outcome, List<ContractProblem> problems) {
    return new VerificationOutcome(
        pact.getConsumer().getName(),
        pact.getProvider().getName(),
        reference("openapi", "operationId"),
        reference("vendor", "page"),
        stateName(),
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

  private Optional<ProviderState> firstState() {
    return interaction.getProviderStates().stream().findFirst();
  }

  private Optional<String> stateParameter(String name) {
    return firstState().map(state -> state.getParams().get(name)).map(String::valueOf);
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
