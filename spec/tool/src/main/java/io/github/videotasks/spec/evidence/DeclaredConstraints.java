package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and annotations that pages declare. One reaches the contract only if all uses of the
 * schema agree on it, and no example contradicts it: a limit of one page must not refuse a value
 * that another page admits.
 */
public final class DeclaredConstraints {
  /** Schema keywords that constrain a value that a client sends, or set its default. */
  public static final List<String> KEYWORDS =
      List.of(
          "default",
          "minimum",
          "maximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties");

  /** Schema keywords that are true for a field or absent. */
  public static final List<String> ANNOTATIONS = List.of("readOnly", "writeOnly", "deprecated");

  private DeclaredConstraints() {}

  /**
   * Writes the constraints of a value that a client sends, each with the keyword that makes it
   * exclusive.
   *
   * @param schema receives the keywords
   * @param evidence the evidence of the field
   * @param type type of the field in the contract; null when it has none
   */
  public static void write(ObjectNode schema, FieldEvidence evidence, @Nullable String type) {
    for (String keyword : KEYWORDS) {
      Limit limit = firstLimit(evidence, keyword);
      if (limit != null && reasonAgainst(evidence, limit, type) == null) {
        schema.set(keyword, limit.value().deepCopy());
        String exclusive = Limit.exclusiveKeyword(keyword);
        if (exclusive != null && limit.exclusive()) {
          schema.put(exclusive, true);
        }
      }
    }
  }

  /**
   * Writes the annotations that all uses of the schema have.
   *
   * @param schema receives the keywords
   * @param evidence the evidence of the field
   */
  public static void writeAnnotations(ObjectNode schema, FieldEvidence evidence) {
    for (String keyword : ANNOTATIONS) {
      if (isAnnotated(evidence, keyword)) {
        schema.put(keyword, true);
      }
    }
  }

  /**
   * {@return whether all uses of the schema have an annotation}
   *
   * @param evidence the evidence of the field
   * @param keyword such as {@code deprecated}
   */
  public static boolean isAnnotated(FieldEvidence evidence, String keyword) {
    List<DeclaredSchema> declarations = evidence.declarations();
    return declarations.stream().anyMatch(d -> d.schema().path(keyword).asBoolean())
        && KeywordCoverage.isComplete(declarations, d -> d.schema().path(keyword).asBoolean());
  }

  /**
   * {@return whether all uses of the schema list the values of a field}
   *
   * @param evidence the evidence of the field
   */
  public static boolean hasCompleteEnum(FieldEvidence evidence) {
    return KeywordCoverage.isComplete(
        evidence.declarations(), d -> !d.schema().path("enum").isEmpty());
  }

  /**
   * {@return the names that one alternative of an object's schema requires and another one does
   * not}
   *
   * @param object the evidence of the object
   */
  public static Set<String> requiredByOneAlternative(FieldEvidence object) {
    List<DeclaredSchema> declarations = object.declarations();
    if (declarations.stream().allMatch(declared -> declared.branch().parent() == null)) {
      return Set.of();
    }
    IdentityHashMap<DeclaredSchema, Set<String>> required = new IdentityHashMap<>();
    Set<String> names = new TreeSet<>();
    for (DeclaredSchema declared : declarations) {
      Set<String> own = new HashSet<>();
      declared.schema().path("required").forEach(name -> own.add(name.asText()));
      required.put(declared, own);
      names.addAll(own);
    }
    names.removeIf(
        name ->
            KeywordCoverage.isComplete(
                declarations,
                declared -> required.getOrDefault(declared, Set.of()).contains(name)));
    return names;
  }

  private static @Nullable Limit firstLimit(FieldEvidence evidence, String keyword) {
    for (DeclaredSchema declared : evidence.declarations()) {
      Limit limit = Limit.of(declared.schema(), keyword);
      if (limit != null) {
        return limit;
      }
    }
    return null;
  }

  /** Returns why the contract cannot have a declared limit; null when it can. */
  static @Nullable String reasonAgainst(
      FieldEvidence evidence, Limit limit, @Nullable String type) {
    if (!limit.fitsType(type)) {
      return type == null ? "the field has no type" : "it does not fit the type " + type;
    }
    String keyword = limit.keyword();
    for (DeclaredSchema declared : evidence.declarations()) {
      Limit other = Limit.of(declared.schema(), keyword);
      if (other != null && !other.equals(limit)) {
        return "another declaration has "
            + MessageText.excerpt(other.label())
            + at(declared.document().location(declared.schema(), keyword));
      }
    }
    DeclaredSchema lacking =
        KeywordCoverage.firstWithout(
            evidence.declarations(), d -> Limit.of(d.schema(), keyword) != null);
    if (lacking != null) {
      return "another declaration lacks it" + at(lacking.location());
    }
    for (Occurrence shown : evidence.occurrences()) {
      if (!limit.admits(shown.value())) {
        return "an example shows another value" + at(shown.location());
      }
    }
    return null;
  }

  private static String at(SourceLocation location) {
    return " at " + location;
  }

  /**
   * {@return whether a value has an OpenAPI type}
   *
   * @param value any JSON value
   * @param type name of the type; a name other than a primitive type or {@code array} means {@code
   *     object}
   */
  public static boolean fitsType(JsonNode value, String type) {
    return JsonTypes.fits(JsonTypes.of(value), type);
  }
}
