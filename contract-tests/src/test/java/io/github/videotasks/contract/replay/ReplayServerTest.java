package io.github.videotasks.contract.replay;

import static io.github.videotasks.contract.replay.ReplayedBytesTest.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayServerTest {

  private final Situations situations = Situations.read(Checkout.find());

  @Test
  void answersByTheProviderStateThatWasSet() {
    List<Situation> rows = rows("chainhub-grok");
    try (ReplayServer server = ReplayServer.start(rows)) {
      for (Situation row :
          List.of(row(rows, "finished"), row(rows, "waiting"), row(rows, "failed"))) {
        Http.post(server.stateUrl(), state(row));

        assertThat(Http.get(url(server, row)).body()).isEqualTo(row.answer().body());
      }
    }
  }

  @Test
  void tellsTheVerifierWhichIdToAskFor() {
    List<Situation> rows = rows("chainhub-openai");
    try (ReplayServer server = ReplayServer.start(rows)) {
      assertThat(Http.post(server.stateUrl(), state(row(rows, "waiting"))).body())
          .isEqualTo("{\"id\":\"sora-2:task_01k81e7r1mf0qtvp3ett3mr4jm\"}");
    }
  }

  @Test
  void refusesAStateThatItDoesNotKnow() {
    try (ReplayServer server = ReplayServer.start(rows("chainhub-veo"))) {
      assertThat(Http.post(server.stateUrl(), "{\"state\": \"the moon is full\"}").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void wantsATokenInEveryState() {
    List<Situation> rows = rows("chainhub-openai");
    try (ReplayServer server = ReplayServer.start(rows)) {
      Http.post(server.stateUrl(), state(row(rows, "finished")));

      HttpResponse<String> answer = Http.getWithoutToken(url(server, row(rows, "finished")));

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo(row(rows, "unauthorised").answer().body());
    }
  }

  @Test
  void answersAnotherIdAsUnknown() {
    List<Situation> rows = rows("jxincm-sora");
    try (ReplayServer server = ReplayServer.start(rows)) {
      HttpResponse<String> answer =
          Http.get(URI.create(server.baseUrl() + "/v1/video/query?id=other"));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("task_not_exist");
    }
  }

  @Test
  void takesAnEscapedIdForTheSame() {
    List<Situation> rows = rows("chainhub-openai");
    try (ReplayServer server = ReplayServer.start(rows)) {
      String escaped = "/v1/videos/" + row(rows, "waiting").taskId().replace(":", "%3A");

      assertThat(Http.get(URI.create(server.baseUrl() + escaped)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keepsTheExamplesIdsThoughAnotherIsAskedFor() {
    List<Situation> rows = rows("chainhub-veo");
    try (ReplayServer server = ReplayServer.start(rows)) {
      assertThat(Http.get(url(server, row(rows, "waiting"))).body())
          .contains("\"id\": \"033fa60e-f37c-4ff6-a44d-5585ffea938d\"");
    }
  }

  @Test
  void answers429WithoutABody() {
    List<Situation> rows = rows("chainhub-veo");
    try (ReplayServer server = ReplayServer.start(rows)) {
      Http.post(server.stateUrl(), state(row(rows, "rate-limited")));

      HttpResponse<String> answer = Http.get(url(server, row(rows, "rate-limited")));

      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void followsAScriptAndStaysInItsLastStep() {
    List<Situation> rows = rows("chainhub-grok");
    Situation waiting = row(rows, "waiting");
    Situation finished = row(rows, "finished");
    try (ReplayServer server = ReplayServer.script(List.of(waiting, waiting, finished))) {
      assertThat(IntStream.range(0, 4).mapToObj(poll -> Http.get(url(server, waiting)).body()))
          .containsExactly(
              waiting.answer().body(),
              waiting.answer().body(),
              finished.answer().body(),
              finished.answer().body());
    }
  }

  private List<Situation> rows(String provider) {
    return situations.of(situations.catalogue().provider(provider));
  }

  private static Situation row(List<Situation> rows, String state) {
    return rows.stream().filter(row -> row.state().equals(state)).findFirst().orElseThrow();
  }

  private static String state(Situation row) {
    return "{\"state\": \"%s\"}".formatted(row.sentence());
  }
}
