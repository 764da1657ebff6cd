package io.github.videotasks.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.diff.DerivedFilesDiff;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four times as many renamed properties take about four times as many steps, which {@link
 * CountingClassLoader} counts.
 */
class RenamedKeysGrowthTest {
  private static final int COUNT = 250;
  private static final int FACTOR = 4;

  /** Sorting takes a little more than linear; quadratic is 16. */
  private static final double LIMIT = 5;

  /**
   * @param values how many values the properties share
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 20, 1_000_000})
  void stepsGrowWithTheNumberOfRenamedProperties(int values) throws Exception {
    long few = steps(COUNT, values);
    long many = steps(COUNT * FACTOR, values);

    System.out.printf("%d values: %d and %d steps%n", values, few, many);
    assertThat((double) many / few).isBetween(2.0, LIMIT);
  }

  /** The properties that stay make the examples similar enough to be compared. */
  private static Map<String, byte[]> files(String prefix, int count, IntUnaryOperator value) {
    String kept = properties("kept", count, i -> i);
    String renamed = properties(prefix, count, value);
    String schema = "{\"properties\": {%s}}".formatted(renamed.replaceAll(": \\d+", ": {}"));
    byte[] example = "{%s, %s}".formatted(kept, renamed).getBytes(UTF_8);
    return Map.of(
        "examples/a/1.json",
        example,
        "examples/a/2.json",
        example,
        "openapi.yaml",
        "{\"openapi\": \"3.0.3\", \"paths\": {}, \"components\": {\"schemas\": {\"Task\": %s}}}"
            .formatted(schema)
            .getBytes(UTF_8));
  }

  private static String properties(String prefix, int count, IntUnaryOperator value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"%s%d\": %d".formatted(prefix, i, value.applyAsInt(i)))
        .collect(Collectors.joining(", "));
  }

  private static long steps(int count, int values) throws Exception {
    Method between =
        new CountingClassLoader()
            .loadClass(DerivedFilesDiff.class.getName())
            .getMethod("between", Map.class, Map.class);
    Map<String, byte[]> old = files("old", count, i -> i % values);
    Map<String, byte[]> now = files("new", count, i -> i % values);
    StepCounter.reset();
    between.invoke(null, old, now);
    return StepCounter.reset();
  }

  @Test
  void findsTheNewNameOfEachOfManyProperties() {
    int count = 50_000;
    List<String> renamed =
        DerivedFilesDiff.between(
                Map.of("examples/a/1.json", files("old", count, i -> i).get("examples/a/1.json")),
                Map.of("examples/a/1.json", files("new", count, i -> i).get("examples/a/1.json")))
            .stream()
            .filter(change -> change.description().equals("probably renamed"))
            .map(change -> change.before() + " " + change.after())
            .toList();

    assertThat(renamed).hasSize(count).contains("old49999 new49999");
  }
}
