package io.github.videotasks.contract.consumer;

import java.net.URI;

/** A client under contract: the consumer of every pact that carries its name. */
public interface ConsumerClient {

  /** The consumer's name in the pacts. */
  String name();

  /**
   * Asks once for a task.
   *
   * @param baseUrl of the provider, without a slash at the end
   * @param operationId which of the two ways to ask
   * @param taskId the id to ask for
   * @param withToken whether to send a bearer token
   * @return everything that the client's typed API tells of the answer, as text; a refusal is told,
   *     not thrown
   */
  AccessorValues fetchTask(URI baseUrl, String operationId, String taskId, boolean withToken);
}
