package io.github.videotasks.spec.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why the contract cannot have what declarations of one value have. Each reason is looked for once,
 * because a thousand pages may have the same keyword.
 */
final class LossReasons {
  private final FieldEvidence evidence;
  private final @Nullable String type;
  private final Map<Object, Optional<String>> known = new HashMap<>();

  /**
   * Creates the reasons of a value.
   *
   * @param type type of the value in the contract; null when it has none
   */
  LossReasons(FieldEvidence evidence, @Nullable String type) {
    this.evidence = evidence;
    this.type = type;
  }

  /** Returns why the contract cannot have a limit; null when it can. */
  @Nullable String against(Limit limit) {
    return find(limit, () -> DeclaredConstraints.reasonAgainst(evidence, limit, type));
  }

  /** Returns why the contract cannot have a format; null when it can. */
  @Nullable String againstFormat(String format) {
    return find("format " + format, () -> FormatDecision.reasonAgainst(evidence, format, type));
  }

  /** Returns why the contract cannot have a keyword that is true or absent; null when it can. */
  @Nullable String againstAnnotation(String keyword) {
    return find(
        "annotation " + keyword,
        () ->
            lacks(
                KeywordCoverage.firstWithout(
                    evidence.declarations(), d -> d.schema().path(keyword).asBoolean())));
  }

  /** Returns why the contract cannot have a map; null when it can. */
  @Nullable String againstMap() {
    return find("map", () -> lacks(MapKeys.firstWithoutMap(evidence)));
  }

  private @Nullable String find(Object what, Supplier<@Nullable String> reason) {
    return known.computeIfAbsent(what, k -> Optional.ofNullable(reason.get())).orElse(null);
  }

  private static @Nullable String lacks(@Nullable DeclaredSchema lacking) {
    return lacking == null ? null : "another declaration lacks it at " + lacking.location();
  }
}
