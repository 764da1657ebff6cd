package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Type of a field, decided from the evidence of all pages.
 *
 * <p>Every declared type stays possible, whatever the examples show. An example that does not fit
 * the declarations of its page widens the type: an integer to a number; for any other two types the
 * field gets no type. On a page that declares no type the examples decide. Defaults, examples of a
 * schema, formats and limits decide as far as they agree with both.
 *
 * @param type the type; null when there is no evidence or the pages disagree
 * @param candidates each type that a page declares, or shows without a declaration, with its first
 *     location
 * @param contradictions each other type that examples show against the declarations of their page,
 *     with its first location
 */
public record TypeDecision(
    @Nullable String type,
    Map<String, SourceLocation> candidates,
    Map<String, SourceLocation> contradictions) {

  /**
   * {@return the decision for a field}
   *
   * @param evidence the evidence of the field
   */
  public static TypeDecision of(FieldEvidence evidence) {
    // Pages with a declaration come first, in their order.
    Map<String, Set<String>> declaredByPage = new LinkedHashMap<>();
    Map<String, SourceLocation> candidates = new LinkedHashMap<>();
    for (DeclaredSchema declared : evidence.declarations()) {
      Set<String> types =
          declaredByPage.computeIfAbsent(declared.location().file(), p -> new HashSet<>());
      for (String type : declared.types()) {
        types.add(type);
        candidates.putIfAbsent(type, declared.location());
      }
    }
    boolean numberDeclared = candidates.containsKey("number");
    Map<String, SourceLocation> contradictions = new LinkedHashMap<>();
    for (Occurrence shown : evidence.occurrences()) {
      String type = shown.type();
      Set<String> declared = declaredByPage.getOrDefault(shown.location().file(), Set.of());
      if (type.equals("null")
          || declared.stream().anyMatch(admitted -> JsonTypes.fits(type, admitted))) {
        continue;
      }
      if (!declared.isEmpty()) {
        contradictions.putIfAbsent(type, shown.location());
      } else if (!(numberDeclared && type.equals("integer"))) {
        candidates.putIfAbsent(type, shown.location());
      }
    }
    return new TypeDecision(
        type(evidence, candidates.keySet(), contradictions.keySet()), candidates, contradictions);
  }

  /** {@return whether the declarations and examples have no common type} */
  public boolean isConflict() {
    return type == null && (candidates.size() > 1 || !contradictions.isEmpty());
  }

  private static @Nullable String type(
      FieldEvidence evidence, Set<String> candidates, Set<String> contradictions) {
    String quoted = quotedType(evidence);
    if (quoted != null) {
      return quoted;
    }
    Set<String> types = new LinkedHashSet<>(candidates);
    types.addAll(contradictions);
    String type = JsonTypes.common(types);
    if (type == null && !types.isEmpty()) {
      return null;
    }
    for (DeclaredSchema declared : evidence.declarations()) {
      types.addAll(DeclaredTypes.impliedBy(declared.schema()));
    }
    String implied = JsonTypes.common(types);
    return implied == null ? type : implied;
  }

  /**
   * Returns the type of values that pages declare as quoted strings, and show without quotes:
   * {@code enum: ['0', '1']} for 0 and 1. Null for any other field.
   */
  private static @Nullable String quotedType(FieldEvidence evidence) {
    Set<String> shownTypes = new HashSet<>();
    evidence.occurrences().forEach(shown -> shownTypes.add(shown.type()));
    shownTypes.remove("null");
    String shown = JsonTypes.common(shownTypes);
    if (shown == null || !Set.of("integer", "number", "boolean").contains(shown)) {
      return null;
    }
    List<DeclaredSchema> typed =
        evidence.declarations().stream().filter(d -> !d.types().isEmpty()).toList();
    return !typed.isEmpty() && typed.stream().allMatch(d -> isQuoted(d, shown)) ? shown : null;
  }

  private static boolean isQuoted(DeclaredSchema declared, String shown) {
    boolean quoted = declared.types().equals(Set.of("string"));
    for (JsonNode value : declared.schema().path("enum")) {
      quoted &= value.isNull() || JsonTypes.read(value, shown) != null;
    }
    return quoted && !declared.schema().path("enum").isEmpty();
  }
}
