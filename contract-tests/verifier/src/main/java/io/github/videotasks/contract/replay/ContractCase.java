package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.replay.ContractProvider.Operation;

/**
 * One provider state of one operation with its answer: a row of the contract.
 *
 * @param operation what is asked
 * @param state short name, for example {@code waiting}; a second example of the same state is
 *     {@code waiting-2}
 * @param stateDescription the provider state as the pacts say it
 * @param requestVariant what is odd about the request
 * @param expectation how much of the answer a contract may ask for
 * @param origin where the answer comes from
 * @param response what is served
 */
public record ContractCase(
    Operation operation,
    String state,
    String stateDescription,
    RequestVariant requestVariant,
    Expectation expectation,
    ResponseOrigin origin,
    ProviderResponse response) {

  /** An id that is asked for to find out what an unknown id earns. */
  public static final String UNKNOWN_ID = "no-such-task";

  /** What is odd about a request. */
  public enum RequestVariant {
    USUAL,
    WITHOUT_TOKEN,
    UNKNOWN_ID
  }

  /** How much of an answer a contract may ask for. */
  public enum Expectation {
    /** Only 2xx, 4xx or 5xx: the answer itself is nobody's promise. */
    STATUS_CLASS,
    ANSWER
  }

  /** What a pact calls the interaction of this row; no other row of its provider has the name. */
  public String interaction() {
    String what =
        switch (requestVariant) {
          case WITHOUT_TOKEN -> "a request without a token";
          case UNKNOWN_ID -> "a request for an unknown task";
          case USUAL -> "a request for a " + state + " task";
        };
    return what + " by " + operation.operationId();
  }

  /** The id that a request of this row names. */
  public String taskId() {
    return requestVariant == RequestVariant.UNKNOWN_ID ? UNKNOWN_ID : operation.requestId();
  }

  /** The same row with another answer: how a test breaks a provider. */
  public ContractCase withResponse(ProviderResponse other) {
    return new ContractCase(
        operation, state, stateDescription, requestVariant, expectation, origin, other);
  }
}
