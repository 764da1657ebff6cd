package io.github.videotasks.contract.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.replay.ProviderStateNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command needs to know about an interaction before it verifies it.
 *
 * @param provider the provider's id
 * @param operation the operationId; empty for a foreign pact
 * @param state short name of the provider state, see {@link PactState#shortName}
 * @param page the vendor's page; empty for a foreign pact
 */
public record PactInteraction(String provider, String operation, String state, String page) {

  /**
   * Reads the interactions of pact files, in their order.
   *
   * @param files pact files
   * @return the interactions; those of a file have its consumer and provider
   * @throws java.io.UncheckedIOException when a file is not JSON; the message names it
   */
  public static List<PactInteraction> read(List<Path> files) {
    List<PactInteraction> all = new ArrayList<>();
    for (Path file : files) {
      JsonNode pact = PactFiles.read(file);
      String provider = pact.path("provider").path("name").asText();
      pact.path("interactions").forEach(interaction -> all.add(of(provider, interaction)));
    }
    return all;
  }

  private static PactInteraction of(String provider, JsonNode interaction) {
    JsonNode references = interaction.path("comments").path("references");
    JsonNode state = interaction.path("providerStates").path(0);
    return new PactInteraction(
        provider,
        references.path("openapi").path("operationId").asText(),
        state
            .path("params")
            .path("state")
            .asText(ProviderStateNames.shortNameOf(state.path("name").asText())),
        references.path("vendor").path("page").asText());
  }

  /** {@return whether a live host needs the id of a task for this state} */
  public boolean needsTask() {
    return !state.isEmpty() && !LiveTarget.STATES_WITHOUT_TASK.contains(state);
  }
}
