package io.github.videotasks.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.page.ServerUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlParserTest {
  @ParameterizedTest
  @CsvSource({
    "https://h.example,          https://h.example,      ''",
    "https://h.example/,         https://h.example,      ''",
    "https://h.example/v1/,      https://h.example,      /v1",
    "http://h.example:8080//a/b, http://h.example:8080,  /a/b",
    "//h.example/v1,             https://h.example,      /v1",
    "https://h.example/v1?x=1,   https://h.example,      /v1",
    "https://视频.example/v1,      https://视频.example,     /v1"
  })
  void readsHostAndBasePath(String url, String origin, String basePath) {
    assertThat(ServerUrlParser.parse(url)).isEqualTo(new ServerUrl(origin, basePath));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1,                         /v1",
    "./v1/,                       /v1",
    "v1,                          /v1",
    "/,                           ''",
    "'',                          ''",
    "{{base_url}}/v1,             /v1",
    "<your-host>/v1,              /v1",
    "https://<your-host>/v1,      /v1",
    "api.acme.example/v1,         /v1",
    "localhost:8080/v1,           /v1",
    "http://localhost:8080/v1,    /v1",
    "http://127.0.0.1/v1,         /v1",
    "http://[::1]:80/v1,          /v1",
    "https://{region}.example/v1, /v1",
    "https://me:pw@h.example/v1,  /v1"
  })
  void leavesHostOpenButKeepsBasePath(String url, String basePath) {
    assertThat(ServerUrlParser.parse(url)).isEqualTo(new ServerUrl("", basePath));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.example/{version}",
        "https://h.example/a b",
        "/v1/../v2",
        "ftp://h.example/v1"
      })
  void refusesPathsThatCannotPrecedeAnother(String url) {
    assertThat(ServerUrlParser.parse(url)).isNull();
  }
}
