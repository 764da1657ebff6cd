package io.github.videotasks.contract.consumer;

import java.util.List;

/** The consumers of all contracts. */
public final class ConsumerClients {

  private ConsumerClients() {}

  /** One of each. */
  public static List<ConsumerClient> all() {
    return List.of(new GeneratedConsumerClient(), new ExtConsumerClient());
  }
}
