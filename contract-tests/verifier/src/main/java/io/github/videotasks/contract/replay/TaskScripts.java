package io.github.videotasks.contract.replay;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Responses of one operation by the id in the request: the id is a script, such as {@code
 * waiting*3,finished}. Each poll advances the task of that id by one step; it stays in the last
 * one. Text after a colon makes another task with the same script: {@code waiting*3,finished:a}.
 * The id of the page waits twice, then finishes; any other id is an unknown task.
 */
final class TaskScripts implements ResponseDefinitionTransformerV2 {

  /** The script of the page's id; a state that the provider does not have is left out. */
  private static final List<String> DEFAULT_SCRIPT = List.of("waiting", "waiting", "finished");

  private static final Pattern STEP = Pattern.compile("([^*]+)(?:\\*([0-9]{1,4}))?");

  /** The oldest tasks are forgotten and start again. */
  private static final int MAX_TASKS = 10_000;

  private final List<ContractCase> cases;
  private final Map<String, Integer> polls =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
              return size() > MAX_TASKS;
            }
          });

  /**
   * @param cases the cases of one operation; at least one
   */
  TaskScripts(List<ContractCase> cases) {
    this.cases = List.copyOf(cases);
  }

  @Override
  public String getName() {
    return "task-scripts " + cases.get(0).operation().operationId();
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    String id = requestedId(event.getRequest());
    List<ContractCase> script = script(id);
    int poll = polls.merge(id, 1, Integer::sum);
    return ReplayServer.toResponse(script.get(Math.min(poll, script.size()) - 1)).build();
  }

  /** Returns the steps of an id, at least one. */
  private List<ContractCase> script(String id) {
    boolean ofPage = id.equals(cases.get(0).operation().requestId());
    List<ContractCase> steps = ofPage ? defaultScript() : parse(id.replaceFirst(":.*", ""));
    return steps.isEmpty() ? unknownTask() : steps;
  }

  private List<ContractCase> defaultScript() {
    return DEFAULT_SCRIPT.stream().flatMap(state -> find(state).stream().limit(1)).toList();
  }

  /** Returns the steps of a script; empty when the text is none. */
  private List<ContractCase> parse(String script) {
    List<ContractCase> steps = new ArrayList<>();
    for (String text : script.split(",", -1)) {
      Matcher step = STEP.matcher(text);
      List<ContractCase> rows = step.matches() ? find(step.group(1)) : List.of();
      if (rows.isEmpty()) {
        return List.of();
      }
      steps.addAll(polls(rows, step.group(2)));
    }
    return steps;
  }

  /** Returns the cases of a state in their order, and the last one for all further polls. */
  private static List<ContractCase> polls(List<ContractCase> rows, @Nullable String digits) {
    int times = digits == null ? rows.size() : Math.max(1, Integer.parseInt(digits));
    return IntStream.range(0, times).mapToObj(i -> rows.get(Math.min(i, rows.size() - 1))).toList();
  }

  private List<ContractCase> find(String state) {
    return cases.stream()
        .filter(row -> row.requestVariant() == ContractCase.RequestVariant.USUAL)
        .filter(row -> row.state().equals(state))
        .toList();
  }

  private List<ContractCase> unknownTask() {
    return cases.stream()
        .filter(row -> row.requestVariant() == ContractCase.RequestVariant.UNKNOWN_ID)
        .toList();
  }

  /** Returns the query parameter id, or the last segment of the path. */
  private static String requestedId(Request request) {
    if (request.queryParameter("id").isPresent()) {
      return request.queryParameter("id").firstValue();
    }
    String path = URI.create(request.getUrl()).getRawPath();
    String segment = path.substring(path.lastIndexOf('/') + 1);
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
