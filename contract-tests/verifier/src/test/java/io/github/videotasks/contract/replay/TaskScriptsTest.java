package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.JdkHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskScriptsTest {

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());
  private final ContractProvider grok = cases.catalogue().provider("chainhub-grok");
  private final ReplayServer replay = ReplayServer.start(cases.forProvider(grok));

  @AfterEach
  void stop() {
    replay.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "finished|completed completed",
        "waiting*2,finished|pending pending completed completed",
        "waiting,rate-limited,waiting,failed|pending 429 pending failed failed",
        "rate-limited*2,finished:second|429 429 completed",
        "no-such-state|400 400",
        "waiting,|400",
        "|400"
      })
  void followsScriptInId(String id, String statuses) throws Exception {
    List<String> found = new ArrayList<>();
    for (String ignored : statuses.split(" ", -1)) {
      found.add(status(id == null ? "" : id));
    }

    assertThat(String.join(" ", found)).isEqualTo(statuses);
  }

  @Test
  void idOfPageWaitsTwiceBeforeItsEnd() throws Exception {
    String id = grok.operations().get(0).requestId();

    assertThat(List.of(status(id), status(id), status(id), status(id)))
        .containsExactly("pending", "pending", "completed", "completed");
  }

  @Test
  void idOfPageFinishesAtOnceWithoutWaitingState() {
    List<ContractCase> rows =
        cases.forProvider(grok).stream().filter(row -> !row.state().equals("waiting")).toList();
    String id = grok.operations().get(0).requestId();
    try (ReplayServer finished = ReplayServer.start(rows)) {
      assertThat(JdkHttp.get(url(finished, id)).body()).contains("\"completed\"");
    }
  }

  @Test
  void tasksOfOneScriptAdvanceApart() throws Exception {
    assertThat(List.of(status("waiting,finished:a"), status("waiting,finished:b")))
        .containsExactly("pending", "pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"finished", "waiting"})
  void sendsExampleOfPageUnchanged(String state) {
    HttpResponse<String> response = get(state);
    ContractCase row =
        cases.forProvider(grok).stream().filter(it -> it.state().equals(state)).findFirst().get();

    assertThat(response.body()).isEqualTo(row.response().body());
    assertThat(response.headers().firstValue("Video-Tasks-Origin"))
        .hasValue("shown; " + row.origin().label());
  }

  @Test
  void marksResponseThatNoPageShows() {
    assertThat(get("failed").headers().firstValue("Video-Tasks-Origin"))
        .hasValue("undocumented; no page shows it");
  }

  @Test
  void requiresToken() {
    assertThat(JdkHttp.getWithoutToken(url(replay, "finished")).statusCode()).isEqualTo(401);
  }

  /** Returns the status of the task, or the status code of an error. */
  private String status(String id) throws Exception {
    HttpResponse<String> response = get(id);
    JsonNode body = new JsonMapper().readTree(response.body());
    return response.statusCode() == 200
        ? body.path("status").asText()
        : String.valueOf(response.statusCode());
  }

  private HttpResponse<String> get(String id) {
    return JdkHttp.get(url(replay, id));
  }

  private static URI url(ReplayServer server, String id) {
    String query = "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    return URI.create(server.baseUrl() + "/v1/video/query" + query);
  }
}
