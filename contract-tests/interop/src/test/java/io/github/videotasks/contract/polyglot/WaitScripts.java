package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Scripts of responses to the polls of a wait, read from {@code src/polyglot/wait-scripts.yaml}.
 *
 * @param responses the responses by their names
 * @param scripts the scripts by their names
 */
record WaitScripts(Map<String, ScriptedResponse> responses, Map<String, WaitScript> scripts) {
  /** The name of the script whose end the table shows. */
  static final String MAIN = "thirty-responses";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /**
   * A response.
   *
   * @param type the content type; JSON if null
   * @param retryAfter the header Retry-After; null if absent
   */
  record ScriptedResponse(
      int status, String body, @Nullable String type, @Nullable String retryAfter) {}

  /**
   * Responses to successive polls.
   *
   * @param polls the poll at which a wait ends
   * @param end how it ends
   * @param responses the names of the responses
   */
  record WaitScript(int polls, WaitEnd end, List<String> responses) {}

  /** How a wait ends: at a stage that does not change any more, or without one. */
  enum WaitEnd {
    SUCCEEDED,
    FAILED,
    CANCELLED,
    GAVE_UP
  }

  /**
   * The poll at which a wait ended, and how.
   *
   * @param polls the number of polls
   */
  record WaitOutcome(int polls, WaitEnd end) {}

  static WaitScripts read() throws IOException {
    return YAML.readValue(Path.of("src/polyglot/wait-scripts.yaml").toFile(), WaitScripts.class);
  }

  /** Returns the outcomes that the file states. */
  Map<String, WaitOutcome> expected() {
    Map<String, WaitOutcome> expected = new LinkedHashMap<>();
    scripts.forEach((name, it) -> expected.put(name, new WaitOutcome(it.polls(), it.end())));
    return expected;
  }

  /** Returns the responses of each script, by name. */
  Map<String, List<ScriptedResponse>> resolved() {
    Map<String, List<ScriptedResponse>> resolved = new LinkedHashMap<>();
    scripts.forEach(
        (name, it) -> resolved.put(name, it.responses().stream().map(this::get).toList()));
    return resolved;
  }

  /**
   * Returns random scripts of 30 responses, of which about one in ten ends a wait. Each has an end
   * as its last response.
   */
  Map<String, List<ScriptedResponse>> random(int count, long seed) {
    Random random = new Random(seed);
    List<String> names = List.copyOf(responses.keySet());
    int firstEnd = names.indexOf("completed");
    Map<String, List<ScriptedResponse>> scripts = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      List<ScriptedResponse> script = new ArrayList<>();
      for (int poll = 0; poll < 30; poll++) {
        boolean end = poll == 29 || random.nextInt(10) == 0;
        int index =
            end ? firstEnd + random.nextInt(names.size() - firstEnd) : random.nextInt(firstEnd);
        script.add(get(names.get(index)));
      }
      scripts.put("random-" + i, script);
    }
    return scripts;
  }

  private ScriptedResponse get(String name) {
    return Objects.requireNonNull(responses.get(name), name);
  }
}
