package io.github.videotasks.contract.consumer;

import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows of the contract that no pact holds any more: two classes that write one file, or two rows of
 * one name, overwrite each other in silence.
 */
record LostInteractions(Situations situations) {

  /**
   * File and name of each that is not there.
   *
   * @param pacts file name to text
   */
  List<String> in(Map<String, String> pacts) {
    return Clients.all().stream()
        .flatMap(
            client ->
                situations.catalogue().providers().stream()
                    .flatMap(provider -> lost(client, provider, pacts)))
        .toList();
  }

  private Stream<String> lost(
      ContractedClient client, Provider provider, Map<String, String> pacts) {
    String file = client.name() + "-" + provider.id() + ".json";
    List<String> there =
        Json.read(pacts.getOrDefault(file, "{}"))
            .path("interactions")
            .findValuesAsText("description");
    return situations.of(provider).stream()
        .map(Situation::interaction)
        .filter(name -> !there.contains(name))
        .map(name -> file + ": " + name);
  }
}
