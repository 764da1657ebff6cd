package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One of the types of a field on which pages disagree, with the evidence for this type alone.
 *
 * @param type the type, such as {@code object}
 * @param evidence the declarations and occurrences of this type, and the evidence below them
 */
public record TypeForm(String type, FieldEvidence evidence) {
  /** The forms with the most structure first; the order does not depend on the pages. */
  private static final List<String> ORDER =
      List.of("object", "array", "string", "number", "integer", "boolean");

  private static final Set<String> NUMBERS = Set.of("number", "integer");

  /**
   * {@return the forms of a field on whose type the pages disagree, in a fixed order} An integer is
   * also a number.
   *
   * @param evidence the evidence of the field
   */
  public static List<TypeForm> of(FieldEvidence evidence) {
    Set<String> types = types(evidence);
    boolean number = types.contains("number");
    return types.stream()
        .filter(type -> !(number && type.equals("integer")))
        .sorted(Comparator.comparingInt(ORDER::indexOf))
        .map(type -> of(evidence, type, type.equals("number") ? NUMBERS : Set.of(type)))
        .toList();
  }

  /** Returns the forms of a field; integers and numbers are separate forms. */
  static List<TypeForm> separate(FieldEvidence evidence) {
    return types(evidence).stream().map(type -> of(evidence, type, Set.of(type))).toList();
  }

  private static Set<String> types(FieldEvidence evidence) {
    TypeDecision decision = TypeDecision.of(evidence);
    Set<String> types = new TreeSet<>(decision.candidates().keySet());
    types.addAll(decision.contradictions().keySet());
    return types;
  }

  private static TypeForm of(FieldEvidence evidence, String type, Set<String> types) {
    return new TypeForm(type, evidence.ofTypes(types));
  }

  /** Returns the evidence without declarations that admit other types too. */
  FieldEvidence declaredAlone() {
    FieldEvidence alone = new FieldEvidence();
    evidence.occurrences().forEach(alone::add);
    evidence.declarations().stream()
        .filter(declared -> declared.types().size() == 1)
        .forEach(alone::add);
    return alone;
  }

  /** {@return the first location on each page, in the order of the pages} */
  public Collection<SourceLocation> pages() {
    SortedMap<String, SourceLocation> first = new TreeMap<>();
    List<SourceLocation> locations = new ArrayList<>();
    evidence.declarations().forEach(declared -> locations.add(declared.location()));
    evidence.occurrences().forEach(shown -> locations.add(shown.location()));
    locations.stream().sorted().forEach(at -> first.putIfAbsent(at.file(), at));
    return first.values();
  }

  /** {@return the ids of the providers whose pages declare the form, sorted} */
  public Collection<String> declaredBy() {
    TreeSet<String> ids = new TreeSet<>();
    evidence.declarations().forEach(d -> ids.add(d.document().provider().id()));
    return ids;
  }

  /** {@return the ids of the providers whose examples show the form, sorted} */
  public Collection<String> shownBy() {
    TreeSet<String> ids = new TreeSet<>();
    evidence.occurrences().forEach(s -> ids.add(s.example().document().provider().id()));
    return ids;
  }
}
