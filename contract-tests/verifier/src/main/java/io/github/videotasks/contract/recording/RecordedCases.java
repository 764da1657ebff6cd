package io.github.videotasks.contract.recording;

import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.RequestVariant;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ResponseOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The contract cases of the providers of a folder of recordings, with the recorded responses.
 * Several responses in one state are the polls of that state in their order. A state that was not
 * recorded has no case; a request without a token or for an unknown task then gets a 501, which
 * keeps no contract.
 */
public final class RecordedCases {

  private static final ProviderResponse NOT_RECORDED =
      ProviderResponse.json(501, "{\"error\":{\"message\":\"not recorded\"}}");

  private final Map<ContractProvider, List<ContractCase>> cases = new LinkedHashMap<>();

  private RecordedCases() {}

  /**
   * Reads all recordings of a folder.
   *
   * @param folder the folder of the recordings; it need not exist
   * @param templates the cases of the pages, which name operations and states
   * @return the recorded cases; empty without recordings
   * @throws IOException when a file cannot be read or is not a recording of a provider and its
   *     states; the message names the line
   */
  public static RecordedCases read(RecordingFolder folder, ContractCases templates)
      throws IOException {
    RecordedCases read = new RecordedCases();
    if (!Files.isDirectory(folder.path())) {
      throw new IOException("expected a folder of recordings, found none at " + folder.path());
    }
    for (Path file : folder.recordings()) {
      ProviderRecording recording = new RecordingReader(file).read();
      ContractProvider provider = provider(recording, templates);
      if (read.cases.containsKey(provider)) {
        throw new IOException(
            "%s:1: expected one recording of each provider, found a second one of %s"
                .formatted(recording.file(), provider.id()));
      }
      read.cases.put(provider, cases(recording, templates.forProvider(provider)));
    }
    if (read.cases.isEmpty()) {
      throw new IOException(
          "expected a recording of 'verify --record', found none in " + folder.path());
    }
    return read;
  }

  private static ContractProvider provider(ProviderRecording recording, ContractCases templates)
      throws IOException {
    for (ContractProvider provider : templates.catalogue().providers()) {
      if (provider.id().equals(recording.provider())) {
        return provider;
      }
    }
    throw new IOException(
        "%s:1: expected a recording of one of %s, found another provider"
            .formatted(
                recording.file(),
                templates.catalogue().providers().stream().map(ContractProvider::id).toList()));
  }

  private static List<ContractCase> cases(ProviderRecording recording, List<ContractCase> templates)
      throws IOException {
    List<ContractCase> cases = new ArrayList<>();
    for (RecordedResponse response : recording.responses()) {
      cases.add(
          with(
              template(response, templates),
              new ResponseOrigin.Recorded(response.origin()),
              response.response()));
    }
    for (ContractCase template : templates) {
      boolean isNeeded = template.requestVariant() != RequestVariant.USUAL;
      if (isNeeded && cases.stream().noneMatch(other -> isSameState(other, template))) {
        cases.add(with(template, template.origin(), NOT_RECORDED));
      }
    }
    return cases;
  }

  private static ContractCase template(RecordedResponse response, List<ContractCase> templates)
      throws IOException {
    Set<String> states = new TreeSet<>();
    for (ContractCase template : templates) {
      if (template.operation().operationId().equals(response.operation())) {
        states.add(template.state());
        if (template.state().equals(response.state())) {
          return template;
        }
      }
    }
    throw new IOException(
        "%s: expected one of the operations of the contract and its states %s, found others"
            .formatted(response.place(), states));
  }

  private static boolean isSameState(ContractCase one, ContractCase other) {
    return one.operation().equals(other.operation()) && one.state().equals(other.state());
  }

  private static ContractCase with(
      ContractCase template, ResponseOrigin origin, ProviderResponse response) {
    return new ContractCase(
        template.operation(),
        template.state(),
        template.stateDescription(),
        template.requestVariant(),
        template.expectation(),
        origin,
        response);
  }

  /** {@return the providers, in the order of their files} */
  public List<ContractProvider> providers() {
    return List.copyOf(cases.keySet());
  }

  /**
   * {@return the cases of a provider}
   *
   * @param provider a provider of the index
   */
  public List<ContractCase> of(ContractProvider provider) {
    return cases.getOrDefault(provider, List.of());
  }

  /**
   * {@return the recorded states of a provider that need the id of a task, in their order}
   *
   * @param provider a provider of the index
   */
  public Set<String> taskStates(ContractProvider provider) {
    return of(provider).stream()
        .filter(row -> row.requestVariant() == RequestVariant.USUAL)
        .map(ContractCase::state)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
