package io.github.videotasks.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParametersTest {
  private static final HttpUrl BASE = HttpUrl.get("https://host/base/");
  private static final List<String> LIST = List.of("blue", "black");
  private static final Map<String, Object> OBJECT = new LinkedHashMap<>();

  static {
    OBJECT.put("R", 100);
    OBJECT.put("G", 200);
  }

  private static RequestParameters request() {
    return new RequestParameters("/a");
  }

  private static String query(Object value, String style, boolean explode) {
    return request().query("c", value, style, explode, false).url().substring("./a".length());
  }

  private static String path(Object value, String style, boolean explode) {
    return new RequestParameters("{c}").path("c", value, style, explode).url().substring(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "form true ?c=blue&c=black ?R=100&G=200",
        "form false ?c=blue,black ?c=R,100,G,200",
        "spaceDelimited false ?c=blue%20black ?c=R%20100%20G%20200",
        "pipeDelimited false ?c=blue%7Cblack ?c=R%7C100%7CG%7C200",
        "pipeDelimited true ?c=blue&c=black ?R=100&G=200",
      })
  void writesQueryParametersByStyle(String style, boolean explode, String list, String object) {
    assertThat(query(LIST, style, explode)).isEqualTo(list);
    assertThat(query(OBJECT, style, explode)).isEqualTo(object);
    assertThat(query("blue", style, explode)).isEqualTo("?c=blue");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "simple false blue blue,black R,100,G,200",
        "simple true blue blue,black R=100,G=200",
        "label false .blue .blue,black .R,100,G,200",
        "label true .blue .blue.black .R=100.G=200",
        "matrix false ;c=blue ;c=blue,black ;c=R,100,G,200",
        "matrix true ;c=blue ;c=blue;c=black ;R=100;G=200",
      })
  void writesPathParametersByStyle(
      String style, boolean explode, String scalar, String list, String object) {
    assertThat(path("blue", style, explode)).isEqualTo(scalar);
    assertThat(path(LIST, style, explode)).isEqualTo(list);
    assertThat(path(OBJECT, style, explode)).isEqualTo(object);
  }

  @Test
  void writesDeepObjects() {
    assertThat(query(OBJECT, "deepObject", true)).isEqualTo("?c%5BR%5D=100&c%5BG%5D=200");
  }

  @Test
  void writesHeadersAndOneCookieHeader() {
    RequestParameters request =
        request()
            .header("X-List", LIST, false)
            .header("X-Pairs", OBJECT, true)
            .header("X-Object", OBJECT, false)
            .header("X-Text", "a, b", false)
            .cookie("session", "a=b; c%", true)
            .cookie("ids", List.of(1, 2), false);

    assertThat(request.headers())
        .containsExactly(
            Map.entry("X-List", "blue,black"),
            Map.entry("X-Pairs", "R=100,G=200"),
            Map.entry("X-Object", "R,100,G,200"),
            Map.entry("X-Text", "a, b"),
            Map.entry("Cookie", "session=a=b%3B%20c%25; ids=1,2"));
  }

  @Test
  void writesScalarsAsInJson() {
    assertThat(query(OffsetDateTime.parse("2026-01-31T10:00:00Z"), "form", false))
        .isEqualTo("?c=2026-01-31T10%3A00%3A00Z");
    assertThat(query(LocalDate.of(2026, 1, 31), "form", true)).isEqualTo("?c=2026-01-31");
    assertThat(query(ByteString.of((byte) 1, (byte) 2), "form", true)).isEqualTo("?c=AQI%3D");
    assertThat(query(JsonValue.parse("\"a\""), "form", true)).isEqualTo("?c=a");
    assertThat(query(JsonValue.parse("1.50"), "form", true)).isEqualTo("?c=1.50");
    assertThat(query(JsonValue.parse("[true,null,\"a,b\"]"), "form", false))
        .isEqualTo("?c=true,a%2Cb");
  }

  @Test
  void writesContentAsJson() {
    RequestParameters request =
        new RequestParameters("/a/{key}")
            .content("path", "key", List.of(1), "application/json")
            .content("query", "where", OBJECT, "application/vnd.x+json; v=1")
            .content("query", "text", "a\"b", "text/plain")
            .content("query", "quoted", "a", "application/json")
            .content("header", "X-J", Map.of("ä", 1), "application/json")
            .content("cookie", "j", Map.of("a", ";"), "application/json");

    assertThat(request.url())
        .isEqualTo(
            "./a/%5B1%5D?where=%7B%22R%22%3A100%2C%22G%22%3A200%7D&text=a%22b&quoted=%22a%22");
    assertThat(request.headers())
        .containsExactly(
            Map.entry("X-J", "{\"\\u00e4\":1}"), Map.entry("Cookie", "j={%22a%22:%22%3B%22}"));
  }

  @Test
  void leavesOutNullAndEmptyValues() {
    RequestParameters request =
        request()
            .query("a", null, "form", true, false)
            .query("b", List.of(), "form", false, false)
            .query("c", Map.of(), "deepObject", true, false)
            .query("d", Arrays.asList(null, "x"), "pipeDelimited", false, false)
            .header("X-A", null, false)
            .header("X-B", List.of(), false)
            .cookie("a", null, true)
            .content("query", "e", null, "application/json");

    assertThat(request.url()).isEqualTo("./a?d=x");
    assertThat(request.headers()).isEmpty();
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesValuesThatTheStyleCannotExpress() {
    assertRefused(() -> query(List.of(LIST), "form", true), "nested list or object");
    assertRefused(() -> query(Map.of("a", LIST), "deepObject", true), "nested list or object");
    assertRefused(() -> query("a", "deepObject", true), "expected an object");
    assertRefused(() -> query(List.of("a|b"), "pipeDelimited", false), "delimiter |");
    assertRefused(() -> query(List.of("a b"), "spaceDelimited", false), "delimiter blank");
    assertRefused(() -> request().header("X", List.of("a,b"), false), "without a comma");
    assertRefused(() -> request().cookie("c", LIST, true), "expected one value of the cookie");
    assertRefused(
        () -> request().content("query", "c", OBJECT, "text/xml"), "text/xml is not JSON");
    assertRefused(() -> request().path("c", null, "simple", false), "path parameter c");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void refusesDotSegments(String value) {
    assertRefused(() -> path(value, "simple", false), "not '.' or '..'");
    assertRefused(() -> new RequestParameters("a/{c}/b").path("c", value, "simple", false), "'..'");
    assertThat(path("%2e", "simple", false)).isEqualTo("%252e");
  }

  @Test
  void keepsUrlsOfOtherServers() {
    assertThat(
            new RequestParameters("https://files.host/v1/{c}")
                .path("c", "x", "simple", false)
                .url())
        .isEqualTo("https://files.host/v1/x");
    assertThat(BASE.resolve(new RequestParameters("a:b").url()))
        .isEqualTo(HttpUrl.get("https://host/base/a:b"));
  }

  @Property
  void sendsEveryText(@ForAll String name, @ForAll String text, @ForAll boolean allowReserved) {
    // A lone surrogate has no UTF-8 form.
    String expected = new String(text.getBytes(UTF_8), UTF_8);
    HttpUrl url =
        Objects.requireNonNull(
            BASE.resolve(
                request()
                    .query("n", text, "form", true, allowReserved)
                    .query("o", Map.of("k" + name, text), "deepObject", true, allowReserved)
                    .query("l", List.of(text, "x"), "form", false, false)
                    .url()));

    assertThat(url.queryParameter("n")).isEqualTo(expected);
    assertThat(url.queryParameterName(1)).startsWith("o[k").endsWith("]");
    assertThat(url.queryParameterValue(1)).isEqualTo(expected);
    assertThat(Objects.requireNonNull(url.encodedQuery()).replaceFirst(".*&l=", "").split(",", -1))
        .hasSize(2);
  }
}
