package io.github.videotasks.contract.provider;

import io.github.videotasks.contract.http.ReceivedResponse;

/** Is notified of what a provider responds to the requests of a pact. */
@FunctionalInterface
public interface ResponseListener {

  /**
   * A response is complete; it is not compared with the contract yet.
   *
   * @param interaction the interaction of the pact
   * @param taskId the id in the request; empty when the pact does not name one
   * @param response the response, not masked
   */
  void onResponse(PactInteraction interaction, String taskId, ReceivedResponse response);
}
