package io.github.videotasks.spec.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the pages say about one place of a payload: who declares it and how, which
 * examples show it and as what, and the same for what is below it.
 *
 * <p>Two shapes that turn out to be one (they were given the same name) are united by {@link
 * #merge}; from then on both are one and the same.
 */
public final class FieldEvidence {
  private final Map<String, FieldEvidence> properties = new LinkedHashMap<>();
  private final List<DeclaredSchema> ownDeclarations = new ArrayList<>();
  private final List<Occurrence> ownOccurrences = new ArrayList<>();
  private final List<FieldEvidence> merged = new ArrayList<>(List.of(this));
  private @Nullable FieldEvidence items;
  private @Nullable FieldEvidence mergedInto;

  /** Gives the shape that this one has become; itself as long as nothing absorbed it. */
  public FieldEvidence representative() {
    FieldEvidence at = this;
    while (at.mergedInto != null) {
      at = at.mergedInto;
    }
    return at;
  }

  /** Gives the shape of a property, a new one when it was not heard of before. */
  public FieldEvidence getOrCreateProperty(String name) {
    return properties.computeIfAbsent(name, n -> new FieldEvidence()).representative();
  }

  /** Gives the properties in the order in which they were first seen. */
  public Map<String, FieldEvidence> properties() {
    Map<String, FieldEvidence> current = new LinkedHashMap<>();
    properties.forEach((name, shape) -> current.put(name, shape.representative()));
    return current;
  }

  /** Gives the shape of an array's items, a new one when it was not heard of before. */
  public FieldEvidence getOrCreateItems() {
    if (items == null) {
      items = new FieldEvidence();
    }
    return items.representative();
  }

  /** Gives the shape of an array's items; null when nothing says what they are. */
  public @Nullable FieldEvidence items() {
    return items == null ? null : items.representative();
  }

  /** Adds a declaration of this very place. */
  public void add(DeclaredSchema declaration) {
    ownDeclarations.add(declaration);
  }

  /** Adds an occurrence at this very place. */
  public void add(Occurrence occurrence) {
    ownOccurrences.add(occurrence);
  }

  /** Gives the declarations of all places that were united. */
  public List<DeclaredSchema> declarations() {
    if (merged.size() == 1) {
      return ownDeclarations;
    }
    return merged.stream().flatMap(shape -> shape.ownDeclarations.stream()).toList();
  }

  /** Gives the occurrences at all places that were united. */
  public List<Occurrence> occurrences() {
    if (merged.size() == 1) {
      return ownOccurrences;
    }
    return merged.stream().flatMap(shape -> shape.ownOccurrences.stream()).toList();
  }

  /**
   * Gives what is known of one property alone. Two properties that were given one name share a
   * shape (and so a type), but each keeps its own evidence.
   */
  public FieldEvidence propertyEvidence(String property) {
    FieldEvidence slot = new FieldEvidence();
    for (FieldEvidence shape : merged) {
      FieldEvidence at = shape.properties.get(property);
      if (at != null) {
        slot.ownDeclarations.addAll(at.ownDeclarations);
        slot.ownOccurrences.addAll(at.ownOccurrences);
      }
    }
    return slot;
  }

  /** Gives what is known of this very place, and not of those that it was united with. */
  public FieldEvidence ownEvidence() {
    FieldEvidence alone = new FieldEvidence();
    alone.ownDeclarations.addAll(ownDeclarations);
    alone.ownOccurrences.addAll(ownOccurrences);
    return alone;
  }

  /** Gives how many different examples show the place; equal examples of two pages are one. */
  public int distinctExampleCount() {
    return (int) occurrences().stream().map(s -> s.example().fingerprint()).distinct().count();
  }

  /** Gives the providers whose pages declare or show the place. */
  public Collection<String> providerIds() {
    TreeSet<String> ids = new TreeSet<>();
    declarations().forEach(d -> ids.add(d.document().provider().id()));
    occurrences().forEach(s -> ids.add(s.example().document().provider().id()));
    return ids;
  }

  /** Unites another shape with this one, and what is below both. */
  public void merge(FieldEvidence absorbed) {
    FieldEvidence other = absorbed.representative();
    FieldEvidence self = representative();
    if (other == self) {
      return;
    }
    other.mergedInto = self;
    self.merged.addAll(other.merged);
    other.properties.forEach((name, shape) -> self.getOrCreateProperty(name).merge(shape));
    if (other.items != null) {
      self.getOrCreateItems().merge(other.items);
    }
  }
}
