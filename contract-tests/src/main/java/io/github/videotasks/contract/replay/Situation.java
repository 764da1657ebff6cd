package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.replay.Provider.Operation;

/**
 * One provider state of one operation with its answer: a row of the contract.
 *
 * @param operation what is asked
 * @param state short name, for example {@code waiting}; a second example of the same state is
 *     {@code waiting-2}
 * @param sentence the provider state as the pacts say it
 * @param request what is odd about the request
 * @param expects how much of the answer a contract may ask for
 * @param origin where the answer comes from
 * @param answer what is served
 */
public record Situation(
    Operation operation,
    String state,
    String sentence,
    Request request,
    Expects expects,
    Origin origin,
    Answer answer) {

  /** An id that is asked for to find out what an unknown id earns. */
  public static final String UNKNOWN_ID = "no-such-task";

  /** What is odd about a request. */
  public enum Request {
    USUAL,
    WITHOUT_TOKEN,
    UNKNOWN_ID
  }

  /** How much of an answer a contract may ask for. */
  public enum Expects {
    /** Only 2xx, 4xx or 5xx: the answer itself is nobody's promise. */
    STATUS_CLASS,
    ANSWER
  }

  /** What a pact calls the interaction of this row; no other row of its provider has the name. */
  public String interaction() {
    String what =
        switch (request) {
          case WITHOUT_TOKEN -> "a request without a token";
          case UNKNOWN_ID -> "a request for an unknown task";
          case USUAL -> "a request for a " + state + " task";
        };
    return what + " by " + operation.operationId();
  }

  /** The id that a request of this row names. */
  public String taskId() {
    return request == Request.UNKNOWN_ID ? UNKNOWN_ID : operation.requestId();
  }

  /** The same row with another answer: how a test breaks a provider. */
  public Situation answering(Answer other) {
    return new Situation(operation, state, sentence, request, expects, origin, other);
  }
}
