package io.github.videotasks.spec.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of all pages for one field of a payload: its declarations, its occurrences in examples,
 * and the same for its properties and items.
 *
 * <p>Two instances whose schemas get the same name are merged by {@link #merge}; from then on both
 * have the same {@link #representative}.
 */
public final class FieldEvidence {
  private final Map<String, FieldEvidence> properties = new LinkedHashMap<>();
  private final List<DeclaredSchema> ownDeclarations = new ArrayList<>();
  private final List<Occurrence> ownOccurrences = new ArrayList<>();
  private final List<FieldEvidence> merged = new ArrayList<>(List.of(this));
  private @Nullable FieldEvidence items;
  private @Nullable FieldEvidence mergedInto;

  /** Returns the instance that this one was merged into; this instance if it was not merged. */
  public FieldEvidence representative() {
    FieldEvidence at = this;
    while (at.mergedInto != null) {
      at = at.mergedInto;
    }
    return at;
  }

  /** Returns the evidence of a property; creates it when the property is new. */
  public FieldEvidence getOrCreateProperty(String name) {
    return properties.computeIfAbsent(name, n -> new FieldEvidence()).representative();
  }

  /** Returns a copy of the properties, in the order in which they were first added. */
  public Map<String, FieldEvidence> properties() {
    Map<String, FieldEvidence> current = new LinkedHashMap<>();
    properties.forEach((name, evidence) -> current.put(name, evidence.representative()));
    return current;
  }

  /** Returns the evidence of the items of an array; creates it when there is none. */
  public FieldEvidence getOrCreateItems() {
    if (items == null) {
      items = new FieldEvidence();
    }
    return items.representative();
  }

  /** Returns the evidence of the items of an array; null when there is none. */
  public @Nullable FieldEvidence items() {
    return items == null ? null : items.representative();
  }

  /** Adds a declaration of this field. */
  public void add(DeclaredSchema declaration) {
    ownDeclarations.add(declaration);
  }

  /** Adds an occurrence of this field. */
  public void add(Occurrence occurrence) {
    ownOccurrences.add(occurrence);
  }

  /** Returns the declarations of this field and of all fields merged into it. */
  public List<DeclaredSchema> declarations() {
    if (merged.size() == 1) {
      return ownDeclarations;
    }
    return merged.stream().flatMap(evidence -> evidence.ownDeclarations.stream()).toList();
  }

  /** Returns the occurrences of this field and of all fields merged into it. */
  public List<Occurrence> occurrences() {
    if (merged.size() == 1) {
      return ownOccurrences;
    }
    return merged.stream().flatMap(evidence -> evidence.ownOccurrences.stream()).toList();
  }

  /**
   * Returns the evidence of one property without that of the properties it was merged with. Two
   * properties whose schemas have the same name share an instance (and so a type), but each keeps
   * its own evidence.
   *
   * @return a new instance; empty when no page declares or shows the property
   */
  public FieldEvidence propertyEvidence(String property) {
    FieldEvidence own = new FieldEvidence();
    for (FieldEvidence evidence : merged) {
      FieldEvidence at = evidence.properties.get(property);
      if (at != null) {
        own.ownDeclarations.addAll(at.ownDeclarations);
        own.ownOccurrences.addAll(at.ownOccurrences);
      }
    }
    return own;
  }

  /** Returns a copy of the evidence of this field, without that of the fields merged into it. */
  public FieldEvidence ownEvidence() {
    FieldEvidence alone = new FieldEvidence();
    alone.ownDeclarations.addAll(ownDeclarations);
    alone.ownOccurrences.addAll(ownOccurrences);
    return alone;
  }

  /** Returns how many different examples show the field; equal examples of two pages count once. */
  public int distinctExampleCount() {
    return (int) occurrences().stream().map(s -> s.example().fingerprint()).distinct().count();
  }

  /** Returns the ids of the providers whose pages declare or show the field, sorted. */
  public Collection<String> providerIds() {
    TreeSet<String> ids = new TreeSet<>();
    declarations().forEach(d -> ids.add(d.document().provider().id()));
    occurrences().forEach(s -> ids.add(s.example().document().provider().id()));
    return ids;
  }

  /**
   * Merges other evidence into this, including all properties and items. Does nothing if both are
   * merged already.
   *
   * @param absorbed afterwards has the {@link #representative} of this instance
   */
  public void merge(FieldEvidence absorbed) {
    FieldEvidence other = absorbed.representative();
    FieldEvidence self = representative();
    if (other == self) {
      return;
    }
    other.mergedInto = self;
    self.merged.addAll(other.merged);
    other.properties.forEach((name, evidence) -> self.getOrCreateProperty(name).merge(evidence));
    if (other.items != null) {
      self.getOrCreateItems().merge(other.items);
    }
  }
}
