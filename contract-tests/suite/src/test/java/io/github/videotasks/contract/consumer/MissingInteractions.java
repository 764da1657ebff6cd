package io.github.videotasks.contract.consumer;

import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows of the contract that no pact holds any more: two classes that write one file, or two rows of
 * one name, overwrite each other in silence.
 */
record MissingInteractions(ContractCases cases) {

  /**
   * File and name of each that is not there.
   *
   * @param pacts file name to text
   */
  List<String> findIn(Map<String, String> pacts) {
    return ConsumerClients.all().stream()
        .flatMap(
            client ->
                cases.catalogue().providers().stream()
                    .flatMap(provider -> missingFor(client, provider, pacts)))
        .toList();
  }

  private Stream<String> missingFor(
      ConsumerClient client, ContractProvider provider, Map<String, String> pacts) {
    String file = client.name() + "-" + provider.id() + ".json";
    List<String> there =
        ExactJson.read(pacts.getOrDefault(file, "{}"))
            .path("interactions")
            .findValuesAsText("description");
    return cases.forProvider(provider).stream()
        .map(ContractCase::interaction)
        .filter(name -> !there.contains(name))
        .map(name -> file + ": " + name);
  }
}
