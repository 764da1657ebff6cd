package io.github.videotasks.contract.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.or;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.videotasks.contract.replay.ContractCase.RequestVariant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Replay server of one provider: sends the examples of its page, on a free port of loopback.
 *
 * <p>It has one provider state at a time. {@code POST} {@value #STATE_PATH} with {@code {"state":
 * "task … is waiting"}} sets it, as a Pact verifier does, and returns {@code {"id": …}}: the id to
 * request. An unknown state returns 404, so that a contract about a state without an example cannot
 * pass. A request without a bearer token returns 401 in every state, and a request for another id
 * than the page's returns the response for an unknown task.
 *
 * <p>Bodies are sent exactly as in the example files: number lexemes, nulls and the ids of the
 * example are unchanged, even when the request contains another id.
 */
public final class ReplayServer implements AutoCloseable {

  /** Path of the URL that sets a provider state. */
  public static final String STATE_PATH = "/_pact/provider-states";

  /** Name of the WireMock scenario, a state machine, that holds the provider state. */
  private static final String SCENARIO = "provider state";

  private static final String STEP_PREFIX = "step ";

  private final WireMockServer server;

  private ReplayServer() {
    this(options().dynamicPort());
  }

  private ReplayServer(WireMockConfiguration options) {
    this.server = new WireMockServer(options);
  }

  private static WireMockConfiguration options() {
    return WireMockConfiguration.options()
        .bindAddress("127.0.0.1")
        .disableRequestJournal()
        .jettyStopTimeout(0L);
  }

  /**
   * Starts a server with these cases, in the state of the first one.
   *
   * @param cases the cases of one provider; at least one
   */
  public static ReplayServer start(List<ContractCase> cases) {
    ReplayServer replay = new ReplayServer();
    cases.forEach(replay::stubCase);
    cases.stream()
        .filter(row -> row.requestVariant() == RequestVariant.UNKNOWN_ID)
        .forEach(replay::stubUnknownIds);
    cases.stream()
        .filter(row -> row.requestVariant() == RequestVariant.WITHOUT_TOKEN)
        .forEach(replay::stubMissingToken);
    replay.server.start();
    replay.setState(cases.get(0).stateDescription());
    return replay;
  }

  /**
   * Starts a server whose task advances one state with each poll and stays in the last one.
   *
   * @param steps at least one; a state that lasts three polls is listed three times
   */
  public static ReplayServer startScript(List<ContractCase> steps) {
    ReplayServer replay = new ReplayServer();
    for (int i = 0; i < steps.size(); i++) {
      ContractCase row = steps.get(i);
      replay.server.stubFor(
          taskRequest(row)
              .inScenario(SCENARIO)
              .whenScenarioStateIs(STEP_PREFIX + i)
              .willSetStateTo(STEP_PREFIX + Math.min(i + 1, steps.size() - 1))
              .willReturn(toResponse(row.response())));
    }
    replay.server.start();
    replay.setState(STEP_PREFIX + 0);
    return replay;
  }

  /**
   * Starts a server for any number of clients: the id in a request is a script of states, such as
   * {@code waiting*3,finished}, and each poll advances the task of that id by one. The header
   * {@code Video-Tasks-Origin} says whether the provider's page shows the response.
   *
   * @param cases the cases of one provider; at least one
   * @param port the port of loopback; 0 for a free one
   */
  public static ReplayServer startForIds(List<ContractCase> cases, int port) {
    ReplayServer replay = new ReplayServer(options().port(port).extensions(new TaskScripts(cases)));
    for (ContractCase row : cases) {
      if (row.requestVariant() == RequestVariant.WITHOUT_TOKEN) {
        replay.stubMissingToken(row);
      } else {
        replay.server.stubFor(
            request(row.operation().method(), urlPathTemplate(row.operation().path()))
                .willReturn(aResponse().withTransformers(TaskScripts.NAME)));
      }
    }
    replay.server.start();
    return replay;
  }

  /** Returns {@code http://127.0.0.1:<port>}, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Returns the URL that sets the provider state. */
  public URI stateChangeUrl() {
    return baseUrl().resolve(STATE_PATH);
  }

  @Override
  public void close() {
    server.stop();
  }

  private void setState(String state) {
    server.setScenarioState(SCENARIO, state);
  }

  private void stubCase(ContractCase row) {
    server.stubFor(
        post(urlPathEqualTo(STATE_PATH))
            .inScenario(SCENARIO)
            .withRequestBody(matchingJsonPath("$.state", equalTo(row.stateDescription())))
            .willSetStateTo(row.stateDescription())
            .willReturn(toResponse(ProviderResponse.json(200, idBody(row)))));
    if (row.requestVariant() == RequestVariant.USUAL) {
      server.stubFor(
          taskRequest(row)
              .inScenario(SCENARIO)
              .whenScenarioStateIs(row.stateDescription())
              .willReturn(toResponse(row.response())));
    }
  }

  /** Stubs requests for any other id, with a lower priority than the stubs of the known id. */
  private void stubUnknownIds(ContractCase row) {
    server.stubFor(
        request(row.operation().method(), urlPathTemplate(row.operation().path()))
            .atPriority(9)
            .willReturn(toResponse(row.response())));
  }

  /** Stubs requests without a token, with the highest priority; state changes need no token. */
  private void stubMissingToken(ContractCase row) {
    server.stubFor(
        request(row.operation().method(), urlPathTemplate(row.operation().path()))
            .atPriority(1)
            .withHeader("Authorization", or(absent(), not(matching("Bearer .+"))))
            .willReturn(toResponse(row.response())));
  }

  private static MappingBuilder taskRequest(ContractCase row) {
    MappingBuilder mapping =
        request(row.operation().method(), urlPathTemplate(row.operation().path()));
    return row.operation().idInPath()
        ? mapping.withPathParam("id", or(equalTo(row.taskId()), equalTo(urlEncode(row.taskId()))))
        : mapping.withQueryParam("id", equalTo(row.taskId()));
  }

  /**
   * Percent-encodes an id. Ids contain colons, which some clients encode in a path and others do
   * not; the server accepts both.
   */
  private static String urlEncode(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static ResponseDefinitionBuilder toResponse(ProviderResponse response) {
    return aResponse()
        .withStatus(response.status())
        .withHeader("Content-Type", response.contentType())
        .withBody(response.body());
  }

  private static String idBody(ContractCase row) {
    return JsonNodeFactory.instance.objectNode().put("id", row.taskId()).toString();
  }
}
