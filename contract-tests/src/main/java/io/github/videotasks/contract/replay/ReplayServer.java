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
import io.github.videotasks.contract.replay.Situation.Request;
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
  private static final String STATE_MACHINE = "provider state";

  private static final String STEP = "step ";

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
  public static ReplayServer start(List<Situation> situations) {
    ReplayServer replay = new ReplayServer();
    situations.forEach(replay::serve);
    situations.stream()
        .filter(row -> row.request() == Request.UNKNOWN_ID)
        .forEach(replay::serveUnknownIds);
    situations.stream()
        .filter(row -> row.request() == Request.WITHOUT_TOKEN)
        .forEach(replay::demandToken);
    replay.server.start();
    replay.enter(situations.get(0).sentence());
    return replay;
  }

  /**
   * Starts a provider whose task goes through these states, one a poll, and stays in the last.
   *
   * @param steps at least one; a state that lasts three polls stands here three times
   */
  public static ReplayServer script(List<Situation> steps) {
    ReplayServer replay = new ReplayServer();
    for (int i = 0; i < steps.size(); i++) {
      Situation row = steps.get(i);
      replay.server.stubFor(
          asking(row)
              .inScenario(STATE_MACHINE)
              .whenScenarioStateIs(STEP + i)
              .willSetStateTo(STEP + Math.min(i + 1, steps.size() - 1))
              .willReturn(answering(row.answer())));
    }
    replay.server.start();
    replay.enter(STEP + 0);
    return replay;
  }

  /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Where a verifier sets the provider state. */
  public URI stateUrl() {
    return baseUrl().resolve(STATE_PATH);
  }

  @Override
  public void close() {
    server.stop();
  }

  private void enter(String state) {
    server.setScenarioState(STATE_MACHINE, state);
  }

  private void serve(Situation row) {
    server.stubFor(
        post(urlPathEqualTo(STATE_PATH))
            .inScenario(STATE_MACHINE)
            .withRequestBody(matchingJsonPath("$.state", equalTo(row.sentence())))
            .willSetStateTo(row.sentence())
            .willReturn(answering(Answer.json(200, idOf(row)))));
    if (row.request() == Request.USUAL) {
      server.stubFor(
          asking(row)
              .inScenario(STATE_MACHINE)
              .whenScenarioStateIs(row.sentence())
              .willReturn(answering(row.answer())));
    }
  }

  /** Below the known id: whoever asks for another is told that there is none. */
  private void serveUnknownIds(Situation row) {
    server.stubFor(
        request(row.operation().method(), urlPathTemplate(row.operation().path()))
            .atPriority(9)
            .willReturn(answering(row.answer())));
  }

  /** Above everything but the state changes, which carry no token. */
  private void demandToken(Situation row) {
    server.stubFor(
        request(row.operation().method(), urlPathTemplate(row.operation().path()))
            .atPriority(1)
            .withHeader("Authorization", or(absent(), not(matching("Bearer .+"))))
            .willReturn(answering(row.answer())));
  }

  private static MappingBuilder asking(Situation row) {
    MappingBuilder asking =
        request(row.operation().method(), urlPathTemplate(row.operation().path()));
    return row.operation().idInPath()
        ? asking.withPathParam("id", or(equalTo(row.taskId()), equalTo(escaped(row.taskId()))))
        : asking.withQueryParam("id", equalTo(row.taskId()));
  }

  /**
   * Ids hold colons, which some clients escape in a path and others do not; both mean the same id.
   */
  private static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static ResponseDefinitionBuilder answering(Answer answer) {
    return aResponse()
        .withStatus(answer.status())
        .withHeader("Content-Type", answer.contentType())
        .withBody(answer.body());
  }

  private static String idOf(Situation row) {
    return JsonNodeFactory.instance.objectNode().put("id", row.taskId()).toString();
  }
}
