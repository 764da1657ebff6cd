package io.github.videotasks.contract.replay;

import static io.github.videotasks.contract.replay.ReplayFidelityTest.urlInState;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.JdkHttp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayServerTest {

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());

  @Test
  void respondsByProviderState() {
    List<ContractCase> rows = casesOf("chainhub-grok");
    try (ReplayServer server = ReplayServer.start(rows)) {
      for (ContractCase row :
          List.of(
              findCase(rows, "finished"), findCase(rows, "waiting"), findCase(rows, "failed"))) {
        assertThat(JdkHttp.get(urlInState(server, row)).body()).isEqualTo(row.response().body());
      }
    }
  }

  @Test
  void stateChangeReturnsOtherIdThanThePage() {
    try (ReplayServer server = ReplayServer.start(casesOf("chainhub-openai"))) {
      assertThat(JdkHttp.post(server.stateChangeUrl(), "{\"state\": \"a task is waiting\"}").body())
          .isEqualTo("{\"id\":\"waiting:task\"}");
    }
  }

  @Test
  void taskStaysInItsProviderState() {
    List<ContractCase> rows = casesOf("chainhub-grok");
    try (ReplayServer server = ReplayServer.start(rows)) {
      URI waiting = urlInState(server, findCase(rows, "waiting"));
      urlInState(server, findCase(rows, "finished"));

      assertThat(IntStream.range(0, 4).mapToObj(poll -> JdkHttp.get(waiting).body()))
          .containsOnly(findCase(rows, "waiting").response().body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'state': 'the moon is full'}",
        "{'state': 'a task is waiting', 'params': {'state': 'waiting-2'}}"
      })
  void returns404ForUnknownState(String state) {
    try (ReplayServer server = ReplayServer.start(casesOf("chainhub-veo"))) {
      assertThat(JdkHttp.post(server.stateChangeUrl(), state.replace('\'', '"')).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void returns401WithoutTokenInEveryState() {
    List<ContractCase> rows = casesOf("chainhub-openai");
    try (ReplayServer server = ReplayServer.start(rows)) {
      HttpResponse<String> response =
          JdkHttp.getWithoutToken(urlInState(server, findCase(rows, "finished")));

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEqualTo(findCase(rows, "unauthorised").response().body());
    }
  }

  @Test
  void rejectsUnknownId() {
    List<ContractCase> rows = casesOf("jxincm-sora");
    try (ReplayServer server = ReplayServer.start(rows)) {
      HttpResponse<String> response =
          JdkHttp.get(URI.create(server.baseUrl() + "/v1/video/query?id=other"));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("task_not_exist");
    }
  }

  @Test
  void acceptsPercentEncodedId() {
    List<ContractCase> rows = casesOf("chainhub-openai");
    try (ReplayServer server = ReplayServer.start(rows)) {
      String escaped = "/v1/videos/" + findCase(rows, "waiting").taskId().replace(":", "%3A");

      assertThat(JdkHttp.get(URI.create(server.baseUrl() + escaped)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keepsIdsOfTheExample() {
    List<ContractCase> rows = casesOf("chainhub-veo");
    try (ReplayServer server = ReplayServer.start(rows)) {
      assertThat(JdkHttp.get(urlInState(server, findCase(rows, "waiting"))).body())
          .contains("\"id\": \"033fa60e-f37c-4ff6-a44d-5585ffea938d\"");
    }
  }

  @Test
  void returns429WithoutBody() {
    List<ContractCase> rows = casesOf("chainhub-veo");
    try (ReplayServer server = ReplayServer.start(rows)) {
      HttpResponse<String> response =
          JdkHttp.get(urlInState(server, findCase(rows, "rate-limited")));

      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void otherIdsAdvanceInEveryProviderState() {
    List<ContractCase> rows = casesOf("chainhub-grok");
    try (ReplayServer server = ReplayServer.start(rows)) {
      urlInState(server, findCase(rows, "failed"));
      URI script = URI.create(server.baseUrl() + "/v1/video/query?id=waiting,finished");

      assertThat(List.of(JdkHttp.get(script).body(), JdkHttp.get(script).body()))
          .containsExactly(
              findCase(rows, "waiting").response().body(),
              findCase(rows, "finished").response().body());
    }
  }

  @Test
  void respondsWithExampleOfRequestedOperation() {
    List<ContractCase> rows = new ArrayList<>(casesOf("chainhub-grok"));
    List<ContractCase> openai = casesOf("chainhub-openai");
    rows.addAll(openai);
    try (ReplayServer server = ReplayServer.start(rows)) {
      assertThat(JdkHttp.get(URI.create(server.baseUrl() + "/v1/videos/finished")).body())
          .isEqualTo(findCase(openai, "finished").response().body());
    }
  }

  @Test
  void marksOriginInEachProviderState() {
    List<ContractCase> rows = casesOf("chainhub-sora");
    try (ReplayServer server = ReplayServer.start(rows)) {
      List<String> origins = new ArrayList<>();
      for (ContractCase row : List.of(findCase(rows, "waiting"), findCase(rows, "failed"))) {
        HttpResponse<String> response = JdkHttp.get(urlInState(server, row));
        origins.add(response.headers().firstValue("Video-Tasks-Origin").orElse(""));
      }

      assertThat(origins)
          .containsExactly(
              "borrowed; borrowed from jxincm-sora.md example 1 (same model family)",
              "undocumented; no page shows it");
    }
  }

  private List<ContractCase> casesOf(String provider) {
    return cases.forProvider(cases.catalogue().provider(provider));
  }

  private static ContractCase findCase(List<ContractCase> rows, String state) {
    return rows.stream().filter(row -> row.state().equals(state)).findFirst().orElseThrow();
  }
}
