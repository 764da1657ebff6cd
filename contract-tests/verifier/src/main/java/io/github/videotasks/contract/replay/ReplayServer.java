package io.github.videotasks.contract.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.or;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import io.github.videotasks.contract.replay.ContractCase.RequestVariant;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Replay server of one provider on loopback: sends the examples of its page. The command {@code
 * replay}, the demo and the tests all start this server.
 *
 * <p>The id in a request is a script of states, such as {@code waiting*3,finished}, and each poll
 * advances the task of that id by one step, for any number of clients. The id of the page waits
 * twice, then finishes.
 *
 * <p>{@code POST} {@value #STATE_PATH} with {@code {"state": "a task is waiting"}} returns {@code
 * {"id": …}}, the id of a task that stays in this provider state. A Pact verifier requests this id
 * instead of the page's, so a verifier that ignores it does not pass. An unknown state returns 404,
 * so that a contract about a state without an example cannot pass. A request without a bearer token
 * returns 401 in every state, and a request for any other id returns the response for an unknown
 * task.
 *
 * <p>Bodies are sent exactly as in the example files: number lexemes, nulls and the ids of the
 * example are unchanged, even when the request contains another id. The header {@value
 * #ORIGIN_HEADER} says whether the provider's page shows the response.
 */
public final class ReplayServer implements AutoCloseable {

  /** Path of the URL that sets a provider state. */
  public static final String STATE_PATH = "/_pact/provider-states";

  /** Header of each response: shown, borrowed or undocumented, and by what page. */
  static final String ORIGIN_HEADER = "Video-Tasks-Origin";

  /** Ids of vendors have a colon as well, which some clients percent-encode in a path. */
  private static final String STATE_ID_SUFFIX = ":task";

  private final WireMockServer server;

  private ReplayServer(List<ContractCase> cases, int port) {
    Map<Operation, List<ContractCase>> byOperation =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    ContractCase::operation, LinkedHashMap::new, Collectors.toList()));
    Map<Operation, TaskScripts> scripts = new LinkedHashMap<>();
    byOperation.forEach((operation, rows) -> scripts.put(operation, new TaskScripts(rows)));
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(port)
                .disableRequestJournal()
                .jettyStopTimeout(0L)
                .extensions(scripts.values().toArray(TaskScripts[]::new)));
    for (ContractCase row : cases) {
      stubStateChange(row);
      if (row.requestVariant() == RequestVariant.WITHOUT_TOKEN) {
        stubMissingToken(row);
      }
    }
    scripts.forEach(this::stubScripts);
  }

  /**
   * Starts a server on a free port.
   *
   * @param cases the cases of one provider; at least one
   * @return the running server
   */
  public static ReplayServer start(List<ContractCase> cases) {
    return start(cases, 0);
  }

  /**
   * Starts a server.
   *
   * @param cases the cases of one provider; at least one
   * @param port the port of loopback; 0 for a free one
   * @return the running server
   */
  public static ReplayServer start(List<ContractCase> cases, int port) {
    ReplayServer replay = new ReplayServer(cases, port);
    replay.server.start();
    return replay;
  }

  /** {@return {@code http://127.0.0.1:<port>}, without a slash at the end} */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** {@return the URL that sets the provider state} */
  public URI stateChangeUrl() {
    return baseUrl().resolve(STATE_PATH);
  }

  @Override
  public void close() {
    server.stop();
  }

  /**
   * Stubs the requests that set a provider state. A verifier sends the short name as a parameter;
   * the name alone is enough, except for a further example of a state.
   */
  private void stubStateChange(ContractCase row) {
    String firstExample = ProviderStateNames.shortNameOf(row.stateDescription());
    stubStateChange(row, equalTo(row.state()));
    if (row.state().equals(firstExample)) {
      stubStateChange(row, absent());
    }
  }

  private void stubStateChange(ContractCase row, StringValuePattern shortName) {
    String id =
        row.requestVariant() == RequestVariant.USUAL ? row.state() + STATE_ID_SUFFIX : row.taskId();
    server.stubFor(
        post(urlPathEqualTo(STATE_PATH))
            .withRequestBody(matchingJsonPath("$.state", equalTo(row.stateDescription())))
            .withRequestBody(matchingJsonPath("$.params.state", shortName))
            .willReturn(okJson(JsonNodeFactory.instance.objectNode().put("id", id).toString())));
  }

  private void stubScripts(Operation operation, TaskScripts scripts) {
    server.stubFor(
        request(operation.method(), urlPathTemplate(operation.path()))
            .atPriority(9)
            .willReturn(aResponse().withTransformers(scripts.getName())));
  }

  /** Stubs requests without a token, with the highest priority; state changes need no token. */
  private void stubMissingToken(ContractCase row) {
    server.stubFor(
        request(row.operation().method(), urlPathTemplate(row.operation().path()))
            .atPriority(1)
            .withHeader("Authorization", or(absent(), not(matching("Bearer .+"))))
            .willReturn(toResponse(row)));
  }

  /** Returns the response of a case, with its origin in a header. */
  static ResponseDefinitionBuilder toResponse(ContractCase row) {
    ProviderResponse response = row.response();
    ResponseDefinitionBuilder built =
        aResponse()
            .withStatus(response.status())
            .withHeader(ORIGIN_HEADER, row.origin().kind() + "; " + row.origin().label())
            .withBody(response.body());
    return response.contentType().isEmpty()
        ? built
        : built.withHeader("Content-Type", response.contentType());
  }
}
