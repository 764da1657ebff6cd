package io.github.videotasks.contract.consumer;

import java.util.List;

/** The consumers of all contracts. */
public final class Clients {

  private Clients() {}

  /** One of each. */
  public static List<ContractedClient> all() {
    return List.of(new GeneratedClient(), new ExtClient());
  }
}
