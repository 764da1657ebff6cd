package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.contract.polyglot.WaitScripts.WaitEnd;
import io.github.videotasks.contract.polyglot.WaitScripts.WaitOutcome;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of client-ext are the reference for the waiters in other languages. */
class WaitScriptsTest {

  @Test
  void libraryEndsAtStatedPolls() throws Exception {
    WaitScripts scripts = WaitScripts.read();
    Map<String, WaitOutcome> expected = new LinkedHashMap<>();
    for (String operation : Waiter.OPERATIONS) {
      scripts.expected().forEach((name, it) -> expected.put(operation + " " + name, it));
    }
    assertThat(new LibraryWaiter().measure(scripts.resolved())).isEqualTo(expected);
  }

  @Test
  void mainScriptHasThirtyResponses() throws Exception {
    assertThat(WaitScripts.read().resolved().get(WaitScripts.MAIN)).hasSize(30);
  }

  /** The random scripts find differences: their waits end in each way, most after some polls. */
  @Test
  void randomScriptsEndInEachWay() throws Exception {
    Map<String, WaitOutcome> outcomes =
        new LibraryWaiter().measure(WaitScripts.read().random(100, 7));
    assertThat(outcomes.values().stream().map(WaitOutcome::end).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(WaitEnd.values());
    assertThat(outcomes.values().stream().filter(outcome -> outcome.polls() > 5).count())
        .isGreaterThan(50);
  }

  /** The control: a waiter that takes an unknown status value for a success is noticed. */
  @Test
  void reportsWaiterThatEndsElsewhere() throws Exception {
    WaiterMeasurement measurement = WaiterMeasurement.ofLibrary();
    measurement.add("Other", (url, operation, ids) -> Map.of(WaitScripts.MAIN, WaitEnd.SUCCEEDED));
    assertThat(measurement.differences()).hasSize(measurement.expected().size());
    assertThat(measurement.differences().get(0))
        .startsWith(
            "Other, queryVideoTask thirty-responses: expected WaitOutcome[polls=29, end=SUCCEEDED],"
                + " found WaitOutcome[polls=0, end=SUCCEEDED]: [ScriptedResponse[status=404,");
    assertThat(measurement.rows())
        .containsEntry("Other", List.of("SUCCEEDED at poll 0", "0 of 18", "0 of 400"))
        .containsEntry(
            "Java, `client-ext`", List.of("SUCCEEDED at poll 29", "18 of 18", "400 of 400"));
  }

  /** What the Arazzo document and the waiters use is what client-ext does. */
  @Test
  void limitsAreDefaultsOfLibrary() throws Exception {
    JsonNode rules = new YAMLMapper().readTree(Path.of("../../spec/waiting.yaml").toFile());
    assertThat(rules.path("toleratedUnknown").intValue())
        .isEqualTo(WaitPolicy.defaults().toleratedNotFound());
    assertThat(rules.path("gracePolls").intValue()).isEqualTo(WaitPolicy.defaults().gracePolls());
  }
}
