package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cost of every public accessor for hostile responses. Each value of a response with all
 * properties of the vendor examples is replaced by a hostile one. The control is the same accessor
 * in the same run, for a response of a 16th of the size: the processor time of this thread, not the
 * time on the wall, may be 64 times as long, where a quadratic accessor takes 256 times.
 */
class AccessorCostTest {

  private static final int SMALL = 512;

  /** The cost of a number grows with the square of its digits only from some thousand on. */
  private static final int SMALL_NUMBER = 4_096;

  private static final int FACTOR = 16;
  private static final int MAX_RATIO = 4 * FACTOR;

  /** Other programs take the caches of the processor away: one slow attempt says nothing. */
  private static final int ATTEMPTS = 5;

  /** Shorter control times are noise, in nanoseconds. */
  private static final long MIN_CONTROL = 100_000;

  private static final JsonValue TEMPLATE =
      VendorExamples.names().stream()
          .map(name -> JsonValue.parse(VendorExamples.text(name)))
          .reduce(AccessorCostTest::merge)
          .orElseThrow();

  /**
   * A hostile value.
   *
   * @param size the size of the value for the control; too small for a quadratic cost
   * @param ofSize returns the value of a size
   */
  private record Hostile(String name, int size, IntFunction<JsonValue> ofSize) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Hostile text(String name, String head, String part, String tail) {
    return new Hostile(
        name, SMALL, size -> JsonValue.of(head + part.repeat(size / part.length()) + tail));
  }

  private static Hostile number(String name, IntFunction<String> ofSize) {
    return new Hostile(name, SMALL_NUMBER, size -> JsonValue.parse(ofSize.apply(size)));
  }

  private static Hostile array(String name, IntFunction<JsonValue> element) {
    return new Hostile(
        name,
        SMALL,
        size -> JsonValue.of(IntStream.range(0, size / 16).mapToObj(element).toList()));
  }

  static Stream<Hostile> hostileValues() {
    return Stream.of(
        number("digits", "9"::repeat),
        number("negative digits", size -> "-" + "9".repeat(size)),
        number("decimals", size -> "0." + "3".repeat(size)),
        number("zeros and exponent", size -> "1" + "0".repeat(size) + "e-" + size),
        number("exponent", size -> "1e999999999"),
        number("negative exponent", size -> "-1e-999999999"),
        text("digits in a text", "", "9", ""),
        text("decimals in a text", "0.", "3", ""),
        text("exponent in a text", "1e999999999", "0", ""),
        text("short exponent in a text", "1e999999999", " ", ""),
        text("seconds", "", "9", "s"),
        text("percent", "", "9", "%"),
        text("date", "2026-01-01T00:00:00.", "0", "Z"),
        text("letters", "", "a", ""),
        text("words", "", "content policy ", ""),
        text("blanks", "", " ", "x"),
        text("line ends", "x", "\n", "x"),
        text("slashes", "https:", "/", ""),
        text("backslashes", "", "\\", ""),
        text("percent encodings", "https://h/", "%25", "2f"),
        text("question marks", "https://h/v.mp4", "?", ""),
        text("signature", "https://h/v.mp4?sig=", "a", ""),
        text("parameters", "https://h/v.mp4?", "sig=a&", ""),
        text("expiry", "https://h/v.mp4?se=", "2026-01-01T00:00:00Z", ""),
        text("user names", "https://", "a@", "h/v.mp4"),
        text("hosts", "", "//a@", ""),
        text("URLs", "", "https://h/v.mp4 ", ""),
        text("keys", "", "sk-abc ", ""),
        text("tokens", "", "Bearer a", ""),
        text("hyphens", "", "x-amz-", ""),
        text("quotes", "", "\"", ""),
        text("objects in a text", "", "{\"error\":", ""),
        text("arrays in a text", "", "[", ""),
        text("JSON in a text", "{\"error\":{\"message\":\"", "\\n", "\"}}"),
        text("JSON with URLs in a text", "{\"resultUrls\":[", "\"https://h/v.mp4\",", "0]}"),
        text("escapes in a text", "", "\\u003d", ""),
        text("lone surrogates", "", "\ud800", ""),
        array("URLs in an array", i -> JsonValue.of("https://h/" + i + ".mp4")),
        array("equal URLs in an array", i -> JsonValue.of("https://h/v.mp4")),
        array(
            "objects in an array",
            i -> JsonValue.of(Map.of("url", JsonValue.of("https://h/" + i + ".mp4")))),
        array("numbers in an array", JsonValue::of),
        array("empty arrays in an array", i -> JsonValue.parse("[]")),
        new Hostile("wide object", SMALL, AccessorCostTest::wideObject),
        new Hostile(
            "nested arrays", SMALL, size -> JsonValue.parse("[".repeat(200) + "]".repeat(200))));
  }

  private static JsonValue wideObject(int size) {
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    for (int i = 0; i < size / 16; i++) {
      properties.put("https://h/" + i, JsonValue.of("https://h/" + i + ".mp4"));
    }
    return JsonValue.of(properties);
  }

  private static JsonValue merge(JsonValue a, JsonValue b) {
    if (a.kind() == JsonValue.Kind.OBJECT && b.kind() == JsonValue.Kind.OBJECT) {
      Map<String, JsonValue> all = new LinkedHashMap<>(a.properties());
      b.properties().forEach((name, value) -> all.merge(name, value, AccessorCostTest::merge));
      return JsonValue.of(all);
    }
    boolean replaced = b.kind() == JsonValue.Kind.OBJECT || a.isNull();
    return replaced ? b : a;
  }

  /** Replaces all texts, numbers, booleans, nulls and empty arrays; with a number all but texts. */
  private static JsonValue replaceLeaves(JsonValue value, JsonValue hostile) {
    if (value.kind() == JsonValue.Kind.OBJECT) {
      Map<String, JsonValue> all = new LinkedHashMap<>();
      value.properties().forEach((name, it) -> all.put(name, replaceLeaves(it, hostile)));
      return JsonValue.of(all);
    }
    if (!value.elements().isEmpty()) {
      List<JsonValue> all = new ArrayList<>();
      value.elements().forEach(it -> all.add(replaceLeaves(it, hostile)));
      return JsonValue.of(all);
    }
    boolean isNumberInText =
        hostile.kind() == JsonValue.Kind.NUMBER && value.kind() == JsonValue.Kind.STRING;
    return isNumberInText ? value : hostile;
  }

  /** The response with hostile values in all places, and with a usual status and id. */
  private static String response(JsonValue hostile, String status) {
    Map<String, JsonValue> all = new LinkedHashMap<>(replaceLeaves(TEMPLATE, hostile).properties());
    all.put("status", status.isEmpty() ? hostile : JsonValue.of(status));
    for (String name : List.of("error", "url", "output", "result_url", "videos", "fail_reason")) {
      all.putIfAbsent(name, hostile);
    }
    return JsonValue.of(all).json();
  }

  @ParameterizedTest
  @MethodSource("hostileValues")
  void growsLinearlyWithTheResponse(Hostile hostile) {
    Map<String, Long> control = new TreeMap<>();
    Map<String, Long> large = new TreeMap<>();
    for (int attempt = 0; attempt < ATTEMPTS && !isLinear(large, control); attempt++) {
      cost(hostile, hostile.size()).forEach((k, v) -> control.merge(k, v, Math::max));
      cost(hostile, hostile.size() * FACTOR).forEach((k, v) -> large.merge(k, v, Math::min));
    }
    assertThat(large).hasSizeGreaterThan(60);
    assertThat(large)
        .allSatisfy(
            (accessor, nanos) ->
                assertThat(nanos).as(accessor).isLessThan(allowed(control, accessor)));
  }

  private static boolean isLinear(Map<String, Long> large, Map<String, Long> control) {
    return !large.isEmpty()
        && large.entrySet().stream()
            .allMatch(entry -> entry.getValue() < allowed(control, entry.getKey()));
  }

  private static long allowed(Map<String, Long> control, String accessor) {
    return MAX_RATIO * Math.max(MIN_CONTROL, control.getOrDefault(accessor, 0L));
  }

  /** Returns the processor time of each accessor, in nanoseconds. */
  private static Map<String, Long> cost(Hostile hostile, int size) {
    Map<String, Long> nanos = new TreeMap<>();
    for (String status : List.of("", "completed")) {
      String text = response(hostile.ofSize().apply(size), status);
      AccessorSweep.measure(() -> state(text)).forEach((k, v) -> nanos.merge(k, v, Long::sum));
    }
    return nanos;
  }

  private static TaskState state(String json) {
    return TaskState.of(new TaskId("sora-2:task_1"), JsonValue.parse(json));
  }
}
