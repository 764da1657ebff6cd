package io.github.videotasks.contract.consumer;

import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds contract cases that no pact contains. Two tests that write the same file, or two cases with
 * the same name, overwrite each other without an error.
 */
record MissingInteractions(ContractCases cases) {

  /**
   * Returns file and name of each missing interaction.
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
    List<String> descriptions =
        ExactJson.read(pacts.getOrDefault(file, "{}"))
            .path("interactions")
            .findValuesAsText("description");
    return cases.forProvider(provider).stream()
        .map(ContractCase::interaction)
        .filter(name -> !descriptions.contains(name))
        .map(name -> file + ": " + name);
  }
}
