package io.github.videotasks.contract.consumer;

import java.util.List;

/** All clients under test, the consumers of the pacts. */
public final class ConsumerClients {

  private ConsumerClients() {}

  /** Returns one instance of each client. */
  public static List<ConsumerClient> all() {
    return List.of(new GeneratedConsumerClient(), new ExtConsumerClient());
  }
}
