package io.github.videotasks.contract.consumer;

import java.net.URI;

/** A client under test: the consumer of every pact with its name. */
public interface ConsumerClient {

  /** Returns the consumer's name in the pacts. */
  String name();

  /**
   * Sends one request for a task.
   *
   * @param baseUrl of the provider, without a slash at the end
   * @param operationId the operation of the contract to call
   * @param taskId the id of the task
   * @param withToken whether to send a bearer token
   * @return all values that the client's typed API returns for the response, as text; a documented
   *     error is a value as well, not thrown
   */
  AccessorValues fetchTask(URI baseUrl, String operationId, String taskId, boolean withToken);
}
