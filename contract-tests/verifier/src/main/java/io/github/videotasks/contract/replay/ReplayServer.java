package io.github.videotasks.contract.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.or;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Replay server of one provider on loopback: sends the examples of its page. The command {@code
 * replay}, the demo and the tests all start this server.
 *
 * <p>It has one provider state at a time. {@code POST} {@value #STATE_PATH} with {@code {"state":
 * "a task is waiting"}} sets it, as a Pact verifier does, and returns {@code {"id": …}}: the id to
 * request. An unknown state returns 404, so that a contract about a state without an example cannot
 * pass. A request without a bearer token returns 401 in every state, and a request for another id
 * returns the response for an unknown task.
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

  /** Name of the WireMock scenario, a state machine, that holds the provider state. */
  private static final String SCENARIO = "provider state";

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
    cases.forEach(this::stubCase);
    scripts.forEach(this::stubScripts);
  }

  /**
   * Starts a server on a free port.
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
    replay.setState(cases.get(0).state());
    return replay;
  }

  /**
   * Starts a server.
   *
   * @param cases the cases of one provider; at least one
   * @param port the port of loopback; 0 for a free one
   */
  public static ReplayServer start(List<ContractCase> cases, int port) {
    ReplayServer replay = new ReplayServer(cases, port);
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

  private void stubCase(ContractCase row) {
    StateChangeStubs.forCase(row)
        .forEach(
            request -> server.stubFor(request.inScenario(SCENARIO).willSetStateTo(row.state())));
    if (row.requestVariant() == RequestVariant.USUAL) {
      server.stubFor(
          taskRequest(row)
              .inScenario(SCENARIO)
              .whenScenarioStateIs(row.state())
              .willReturn(toResponse(row.response())));
    }
  }

  /** Stubs requests in no provider state, or for another id than the page's. */
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
