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
 * A provider that answers with what its page shows, on a free port of the loopback interface.
 *
 * <p>It has one provider state at a time. {@code POST} {@value #STATE_PATH} with {@code {"state":
 * "task … is waiting"}} sets it, as a Pact verifier does, and answers {@code {"id": …}}: the id to
 * ask for. A state that it does not know is answered 404, so that a contract about something that
 * nobody shows cannot pass. A request without a bearer token is answered 401 in every state, and an
 * id that is not the page's as an unknown one.
 *
 * <p>Bodies are sent as they stand in the example files: number lexemes, nulls and the example's
 * own ids stay, though another id was asked for.
 */
public final class ReplayServer implements AutoCloseable {

  /** Where a provider state is set. */
  public static final String STATE_PATH = "/_pact/provider-states";

  /** WireMock's own state machine holds the provider state. */
  private static final String SCENARIO = "provider state";

  private static final String STEP_PREFIX = "step ";

  private final WireMockServer server;

  private ReplayServer() {
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .jettyStopTimeout(0L));
  }

  /** Starts a provider with these states; it is in the first of them. */
  public static ReplayServer start(List<ContractCase> situations) {
    ReplayServer replay = new ReplayServer();
    situations.forEach(replay::stubCase);
    situations.stream()
        .filter(row -> row.requestVariant() == RequestVariant.UNKNOWN_ID)
        .forEach(replay::stubUnknownIds);
    situations.stream()
        .filter(row -> row.requestVariant() == RequestVariant.WITHOUT_TOKEN)
        .forEach(replay::stubMissingToken);
    replay.server.start();
    replay.setState(situations.get(0).stateDescription());
    return replay;
  }

  /**
   * Starts a provider whose task goes through these states, one a poll, and stays in the last.
   *
   * @param steps at least one; a state that lasts three polls stands here three times
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

  /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Where a verifier sets the provider state. */
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

  /** Below the known id: whoever asks for another is told that there is none. */
  private void stubUnknownIds(ContractCase row) {
    server.stubFor(
        request(row.operation().method(), urlPathTemplate(row.operation().path()))
            .atPriority(9)
            .willReturn(toResponse(row.response())));
  }

  /** Above everything but the state changes, which carry no token. */
  private void stubMissingToken(ContractCase row) {
    server.stubFor(
        request(row.operation().method(), urlPathTemplate(row.operation().path()))
            .atPriority(1)
            .withHeader("Authorization", or(absent(), not(matching("Bearer .+"))))
            .willReturn(toResponse(row.response())));
  }

  private static MappingBuilder taskRequest(ContractCase row) {
    MappingBuilder asking =
        request(row.operation().method(), urlPathTemplate(row.operation().path()));
    return row.operation().idInPath()
        ? asking.withPathParam("id", or(equalTo(row.taskId()), equalTo(urlEncode(row.taskId()))))
        : asking.withQueryParam("id", equalTo(row.taskId()));
  }

  /**
   * Ids hold colons, which some clients escape in a path and others do not; both mean the same id.
   */
  private static String urlEncode(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static ResponseDefinitionBuilder toResponse(ProviderResponse answer) {
    return aResponse()
        .withStatus(answer.status())
        .withHeader("Content-Type", answer.contentType())
        .withBody(answer.body());
  }

  private static String idBody(ContractCase row) {
    return JsonNodeFactory.instance.objectNode().put("id", row.taskId()).toString();
  }
}
