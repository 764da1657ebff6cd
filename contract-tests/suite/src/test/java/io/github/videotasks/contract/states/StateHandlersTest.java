package io.github.videotasks.contract.states;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.provider.junitsupport.State;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.consumer.ExactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the examples handle exactly the provider states of the committed pacts. */
class StateHandlersTest {

  private final RepositoryLayout layout = RepositoryLayout.find();

  @Test
  void pactsNameSixStates() throws IOException {
    assertThat(statesInPacts())
        .containsExactly(
            "a task has failed",
            "a task is finished",
            "a task is polled too often",
            "a task is waiting",
            "no task has this id",
            "no token is sent");
  }

  @Test
  void javaExampleHandlesEveryState() throws IOException {
    assertThat(
            Arrays.stream(TaskStates.class.getMethods())
                .map(method -> Optional.ofNullable(method.getAnnotation(State.class)))
                .flatMap(Optional::stream)
                .flatMap(state -> Stream.of(state.value())))
        .containsExactlyInAnyOrderElementsOf(statesInPacts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"states.mjs", "states.py"})
  void otherExamplesHandleEveryState(String file) throws IOException {
    String example = Files.readString(layout.pacts().resolve("handlers").resolve(file));

    assertThat(Pattern.compile("(?m)^ +\"([^\"]+)\": ").matcher(example).results())
        .extracting(handler -> handler.group(1))
        .containsExactlyInAnyOrderElementsOf(statesInPacts());
  }

  /** Why a handler returns an id even if it is the one in the parameters. */
  @Test
  void junitExtensionRequestsEmptyIdWithoutOneFromHandler() {
    assertThat(
            new ProviderStateGenerator("/v1/videos/${id}")
                .generate(new HashMap<>(Map.of("providerState", Map.of())), "/v1/videos/task-1"))
        .isEqualTo("/v1/videos/");
  }

  private Set<String> statesInPacts() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(layout.pacts())) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        for (JsonNode states :
            ExactJson.read(Files.readString(file)).findValues("providerStates")) {
          names.addAll(states.findValuesAsText("name"));
        }
      }
    }
    return names;
  }
}
