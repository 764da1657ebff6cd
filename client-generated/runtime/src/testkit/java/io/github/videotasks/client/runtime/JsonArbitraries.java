package io.github.videotasks.client.runtime;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generators of JSON texts without white space: arbitrary values, and objects that resemble a task
 * with properties of unexpected types.
 */
public final class JsonArbitraries {
  private static final List<String> SPECIAL_CHARACTERS =
      List.of("\\u0000", "\\n", "\\\"", "\\\\", "ä", "视", "🎬", "\u2028", "/");

  private static final List<String> LONE_SURROGATES = List.of("\\ud800", "\\udc00");

  private JsonArbitraries() {}

  public static Arbitrary<String> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(String::valueOf),
        Arbitraries.integers().between(-5, 200).map(String::valueOf),
        // The range is not wider, because Moshi reads some whole numbers of more than 64 digits as
        // octal numbers, see MalformedJsonTest.
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
            .ofScale(6)
            .map(BigDecimal::toPlainString),
        Arbitraries.of("-0", "1.0", "1.50", "1e3", "1E+400", "9007199254740993", "0.10"));
  }

  public static Arbitrary<String> strings() {
    return strings(Arbitraries.oneOf(fragments(), Arbitraries.of(LONE_SURROGATES)));
  }

  /**
   * Generates names without lone surrogates, because the reference parser of the tests rejects them
   * in names.
   */
  public static Arbitrary<String> names() {
    return strings(fragments());
  }

  private static Arbitrary<String> fragments() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().ofMaxLength(6), Arbitraries.of(SPECIAL_CHARACTERS));
  }

  private static Arbitrary<String> strings(Arbitrary<String> pieces) {
    return pieces.list().ofMaxSize(4).map(each -> '"' + String.join("", each) + '"');
  }

  public static Arbitrary<String> scalars() {
    return Arbitraries.oneOf(numbers(), strings(), Arbitraries.of("true", "false", "null"));
  }

  public static Arbitrary<String> values() {
    return Arbitraries.lazyOf(
        JsonArbitraries::scalars,
        JsonArbitraries::scalars,
        JsonArbitraries::scalars,
        () -> values().list().ofMaxSize(4).map(each -> "[" + String.join(",", each) + "]"),
        () -> objects(names(), values(), 4));
  }

  /** Generates objects whose names differ in their JSON text. */
  public static Arbitrary<String> objects(
      Arbitrary<String> names, Arbitrary<String> values, int maxSize) {
    return Combinators.combine(names, values)
        .as((name, value) -> List.of(name, value))
        .list()
        .ofMaxSize(maxSize)
        .uniqueElements(property -> property.get(0))
        .map(
            properties ->
                properties.stream()
                    .map(property -> property.get(0) + ":" + property.get(1))
                    .collect(Collectors.joining(",", "{", "}")));
  }

  /** Generates objects with property names that the contract declares and values of any kind. */
  public static Arbitrary<String> tasks() {
    Arbitrary<String> declared =
        Arbitraries.of(
                "id",
                "status",
                "video_url",
                "progress",
                "upscaled",
                "created_at",
                "seconds",
                "error",
                "url",
                "width",
                "images",
                "frame_index",
                "progress_pct",
                "generations")
            .map(name -> '"' + name + '"');
    Arbitrary<String> holders =
        Arbitraries.of(
                "detail", "input", "pending_info", "draft_info", "encodings", "inpaint_items")
            .map(name -> '"' + name + '"');
    Arbitrary<String> leaves = objects(Arbitraries.oneOf(declared, names()), values(), 5);
    Arbitrary<String> nested =
        objects(
            Arbitraries.oneOf(declared, holders),
            Arbitraries.oneOf(leaves, leaves.map(leaf -> "[" + leaf + "]"), scalars()),
            5);
    return objects(
        Arbitraries.oneOf(declared, holders, names()),
        Arbitraries.oneOf(nested, scalars(), values()),
        8);
  }
}
