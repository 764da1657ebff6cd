package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.replay.ContractProvider.Operation;

/**
 * One provider state of one operation with its response: a row of the contract.
 *
 * @param operation the requested operation
 * @param state short name, for example {@code waiting}; a second example of the same state is
 *     {@code waiting-2}
 * @param stateDescription the name of the provider state in the pacts; the same for all examples of
 *     a state
 * @param requestVariant how the request deviates from a usual one
 * @param expectation how much of the response a contract may require
 * @param origin where the response comes from
 * @param response the response that the replay server sends
 */
public record ContractCase(
    Operation operation,
    String state,
    String stateDescription,
    RequestVariant requestVariant,
    Expectation expectation,
    ResponseOrigin origin,
    ProviderResponse response) {

  /** The task id in requests for an unknown task. */
  public static final String UNKNOWN_ID = "no-such-task";

  /** How a request deviates from a usual one. */
  public enum RequestVariant {
    /** The request as the contract describes it. */
    USUAL,
    /** The request without the header Authorization; a gateway rejects it with 401. */
    WITHOUT_TOKEN,
    /** The request for a task that the gateway does not know. */
    UNKNOWN_ID
  }

  /** How much of a response a contract may require. */
  public enum Expectation {
    /** Only 2xx, 4xx or 5xx, because no vendor documents the response. */
    STATUS_CLASS,
    /** Status, content type and the properties of the body that the client reads. */
    BODY
  }

  /** {@return the name of the interaction in the pacts, unique among the cases of its provider} */
  public String interaction() {
    String request =
        switch (requestVariant) {
          case WITHOUT_TOKEN -> "a request without a token";
          case UNKNOWN_ID -> "a request for an unknown task";
          case USUAL -> "a request for a " + state + " task";
        };
    return request + " by " + operation.operationId();
  }

  /** {@return the task id in the request of this case} */
  public String taskId() {
    return requestVariant == RequestVariant.UNKNOWN_ID ? UNKNOWN_ID : operation.requestId();
  }

  /**
   * {@return a copy of this case with another response} Tests use it to break a provider.
   *
   * @param other replaces the response
   */
  public ContractCase withResponse(ProviderResponse other) {
    return new ContractCase(
        operation, state, stateDescription, requestVariant, expectation, origin, other);
  }
}
