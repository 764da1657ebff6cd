package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code get}: what it prints, what it hides, and its exit codes. */
class GetCommandTest {
  private static final String SIGNED =
      """
      {"status":"completed","progress":100,"created_at":1767225600,
       "video_url":"https://files.example/v.mp4?sig=5ecret&se=2026-01-02T00:00:00Z"}\
      """;

  @Test
  void printsTask() {
    CliFixture cli = new CliFixture(SIGNED);

    assertThat(cli.run("get", "sora-2:task_1")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            task      sora-2:task_1
            stage     succeeded (completed)
            progress  100 %
            created   2026-01-01T00:00:00Z
            video     https://files.example/v.mp4?…
            """);
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void printsSignedUrlOnlyOnRequest() {
    CliFixture cli = new CliFixture(SIGNED);

    cli.run("get", "a", "--json");
    assertThat(cli.out()).contains("\"url\":\"https://files.example/v.mp4?…\"").endsWith("}\n");
    cli.run("get", "a", "--json", "--show-urls");
    assertThat(cli.out()).contains("\"url\":\"https://files.example/v.mp4?sig=5ecret&se=2026-");
  }

  @Test
  void printsFailureAsJson() {
    CliFixture cli =
        new CliFixture("{\"status\":\"failed\",\"error\":{\"code\":\"c1\",\"message\":\"no\"}}");

    assertThat(cli.run("get", "a", "--json")).isEqualTo(1);
    assertThat(cli.out())
        .isEqualTo(
            """
            {"id":"a","stage":"FAILED","status":"failed","files":[],"failure":{"kind":"OTHER","code":"c1","message":"no"}}
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "completed, 0",
    "processing 40, 0",
    "failed, 1",
    "cancelled, 1",
    "TASK_NOT_FOUND 404, 1",
    "UNAUTHORIZED 401, 1",
    "REJECTED 400, 1",
    "ENDPOINT_NOT_FOUND 404, 2",
    "CONNECTION, 3",
    "SERVER_ERROR 502, 3",
    "RATE_LIMITED 429, 3",
  })
  void returnsCodeOfResponse(String step, int code) {
    CliFixture cli = new CliFixture(step);

    assertThat(cli.run("get", "a")).isEqualTo(code);
    assertThat(cli.err().lines()).hasSize(code == 0 || !cli.out().isEmpty() ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u001b[2J", "\\u009b31m", "\\r", "\\u202e", "\\u0007", "\\u2028"})
  void printsNoTerminalEscapeOfGateway(String escape) {
    String message = "\"a" + escape + "b\"";
    CliFixture cli =
        new CliFixture(
            "{\"status\":%s,\"error\":{\"code\":%s,\"message\":%s},\"video_url\":\"https://h.example/%s\"}"
                .formatted(message, message, message, escape));

    for (String[] args :
        new String[][] {{"get", "a"}, {"get", "a", "--json"}, {"get", "a", "--show-urls"}}) {
      cli.run(args);
      assertThat(cli.out().replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]");
    }
  }

  @Test
  void namesVariableOfMissingKey() {
    CliFixture cli = new CliFixture("completed");
    cli.environment.remove("VIDEO_TASKS_API_KEY");

    assertThat(cli.run("get", "a")).isEqualTo(2);
    assertThat(cli.err())
        .isEqualTo(
            "expected the API key of the gateway in the environment variable VIDEO_TASKS_API_KEY,"
                + " found none. Set it, or name another variable with --key-env. See: video-tasks"
                + " get --help\n");
    cli.environment.put("OTHER", CliFixture.KEY);
    assertThat(cli.run("get", "a", "--key-env", "OTHER")).isZero();
  }

  @Test
  void hidesKeyThatIsPassedByMistake() {
    CliFixture cli = new CliFixture("completed");

    assertThat(cli.run("get", "a", "--key", CliFixture.KEY)).isEqualTo(2);
    assertThat(cli.err())
        .isEqualTo("Unknown option '--key'; did you mean --key-env. See: video-tasks get --help\n");
    assertThat(cli.run("get", "a", "--key=Zm9vYmFyYmF6cXV4")).isEqualTo(2);
    assertThat(cli.err())
        .isEqualTo("Unknown option '--key'; did you mean --key-env. See: video-tasks get --help\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-g host:8765   | --gateway: expected chainhub, jxincm or a base URL such as https://HOST,"
            + " found 'host:8765'",
        "-g http://h.example | --gateway: ",
        "--endpoint /v1 | --endpoint: ",
        "../x           | task id: ",
        "--jsn          | Unknown option",
      })
  void refusesInvalidInput(String args, String message) {
    CliFixture cli = new CliFixture("completed");

    assertThat(cli.run(("get a " + args).split(" +"))).isEqualTo(2);
    assertThat(cli.err().lines()).singleElement().asString().contains("See: video-tasks get");
    if (!args.equals("../x")) {
      assertThat(cli.err()).startsWith(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chainhub", "JXINCM", "https://gateway.example/base"})
  void acceptsGateway(String gateway) {
    CliFixture cli = new CliFixture("completed");
    cli.environment.remove("VIDEO_TASKS_GATEWAY");

    assertThat(cli.run("get", "a", "-g", gateway)).isZero();
    assertThat(cli.run("get", "a")).isEqualTo(2);
    assertThat(cli.err()).contains("Pass it, or set VIDEO_TASKS_GATEWAY");
  }
}
