package io.github.videotasks.spec.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of all pages for one field of a payload: its declarations, its occurrences in examples,
 * and the same for its properties, items and map values.
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
  private @Nullable FieldEvidence mapValues;
  private @Nullable FieldEvidence mergedInto;
  private boolean recursive;

  /** Creates the evidence of a field that no page declares or shows yet. */
  public FieldEvidence() {}

  /** {@return the instance that this one was merged into; this instance if it was not merged} */
  public FieldEvidence representative() {
    FieldEvidence at = this;
    while (at.mergedInto != null) {
      at = at.mergedInto;
    }
    return at;
  }

  /** Marks the schema as one that contains itself. */
  void markRecursive() {
    representative().recursive = true;
  }

  /** {@return whether the schema contains itself, directly or through other schemas} */
  public boolean isRecursive() {
    return representative().recursive;
  }

  /**
   * {@return the evidence of a property; creates it when the property is new} What is added to it
   * counts for this property and for all that it was merged with.
   *
   * @param name the name in JSON
   */
  public FieldEvidence getOrCreateProperty(String name) {
    return representative().properties.computeIfAbsent(name, n -> new FieldEvidence());
  }

  /** {@return a copy of the properties, in the order in which they were first added} */
  public Map<String, FieldEvidence> properties() {
    Map<String, FieldEvidence> current = new LinkedHashMap<>();
    representative()
        .properties
        .forEach((name, evidence) -> current.put(name, evidence.representative()));
    return current;
  }

  /** {@return the evidence of the items of an array; creates it when there is none} */
  public FieldEvidence getOrCreateItems() {
    FieldEvidence self = representative();
    FieldEvidence known = self.items;
    if (known == null) {
      known = new FieldEvidence();
      self.items = known;
    }
    return known;
  }

  /** {@return the evidence of the items of an array; null when there is none} */
  public @Nullable FieldEvidence items() {
    FieldEvidence known = representative().items;
    return known == null ? null : known.representative();
  }

  /** {@return the evidence of the values of a map; creates it when there is none} */
  public FieldEvidence getOrCreateMapValues() {
    FieldEvidence self = representative();
    FieldEvidence known = self.mapValues;
    if (known == null) {
      known = new FieldEvidence();
      self.mapValues = known;
    }
    return known;
  }

  /** {@return the evidence of the values of a map; null when no page declares a map} */
  public @Nullable FieldEvidence mapValues() {
    FieldEvidence known = representative().mapValues;
    return known == null ? null : known.representative();
  }

  /** Removes a property whose name is the key of a map; its evidence becomes that of the values. */
  void moveToMapValues(String property) {
    FieldEvidence moved = representative().properties.remove(property);
    if (moved != null) {
      getOrCreateMapValues().merge(moved);
    }
  }

  /**
   * Adds a declaration of this field.
   *
   * @param declaration a declaration of a page
   */
  public void add(DeclaredSchema declaration) {
    ownDeclarations.add(declaration);
  }

  /**
   * Adds an occurrence of this field.
   *
   * @param occurrence a value in an example
   */
  public void add(Occurrence occurrence) {
    ownOccurrences.add(occurrence);
  }

  /** {@return the declarations of this field and of all fields merged into it} */
  public List<DeclaredSchema> declarations() {
    List<FieldEvidence> all = representative().merged;
    if (all.size() == 1) {
      return ownDeclarations;
    }
    return all.stream().flatMap(evidence -> evidence.ownDeclarations.stream()).toList();
  }

  /** {@return the occurrences of this field and of all fields merged into it} */
  public List<Occurrence> occurrences() {
    List<FieldEvidence> all = representative().merged;
    if (all.size() == 1) {
      return ownOccurrences;
    }
    return all.stream().flatMap(evidence -> evidence.ownOccurrences.stream()).toList();
  }

  /**
   * Returns the evidence of one property without that of the properties it was merged with. Two
   * properties whose schemas have the same name share an instance (and so a type), but each keeps
   * its own evidence.
   *
   * @param property the name in JSON
   * @return a new instance; empty when no page declares or shows the property
   */
  public FieldEvidence propertyEvidence(String property) {
    FieldEvidence own = new FieldEvidence();
    for (FieldEvidence evidence : representative().merged) {
      own.addOwn(evidence.properties.get(property));
    }
    return own;
  }

  /** {@return the evidence of the items without that of the schemas they were merged with} */
  public FieldEvidence itemEvidence() {
    FieldEvidence own = new FieldEvidence();
    for (FieldEvidence evidence : representative().merged) {
      own.addOwn(evidence.items);
    }
    return own;
  }

  private void addOwn(@Nullable FieldEvidence other) {
    if (other != null) {
      ownDeclarations.addAll(other.ownDeclarations);
      ownOccurrences.addAll(other.ownOccurrences);
    }
  }

  /** {@return a copy of the evidence of this field, without that of the fields merged into it} */
  public FieldEvidence ownEvidence() {
    FieldEvidence alone = new FieldEvidence();
    alone.addOwn(this);
    return alone;
  }

  /**
   * Returns the declarations and occurrences that have one of some types, with the properties of
   * this evidence and its map values if {@code object} is among the types, and its items for {@code
   * array}.
   */
  FieldEvidence ofTypes(Set<String> types) {
    FieldEvidence selected = new FieldEvidence();
    declarations().stream()
        .filter(declared -> declared.types().stream().anyMatch(types::contains))
        .forEach(selected::add);
    occurrences().stream().filter(shown -> types.contains(shown.type())).forEach(selected::add);
    if (types.contains("object")) {
      selected.properties.putAll(properties);
      selected.mapValues = mapValues;
    }
    if (types.contains("array")) {
      selected.items = items;
    }
    return selected;
  }

  /**
   * {@return how many different examples show the field; equal examples of two pages count once}
   */
  public int distinctExampleCount() {
    return (int) occurrences().stream().map(s -> s.example().fingerprint()).distinct().count();
  }

  /** {@return the ids of the providers whose pages declare or show the field, sorted} */
  public Collection<String> providerIds() {
    TreeSet<String> ids = new TreeSet<>();
    declarations().forEach(d -> ids.add(d.document().provider().id()));
    occurrences().forEach(s -> ids.add(s.example().document().provider().id()));
    return ids;
  }

  /**
   * Merges other evidence into this, including all properties, items and map values. Does nothing
   * if both are merged already.
   *
   * @param absorbed afterwards has the {@link #representative} of this instance
   */
  public void merge(FieldEvidence absorbed) {
    // A worklist: recursive schemas may nest deeper than the stack of a thread.
    Deque<FieldEvidence[]> open = new ArrayDeque<>();
    open.add(new FieldEvidence[] {this, absorbed});
    while (!open.isEmpty()) {
      FieldEvidence[] pair = open.remove();
      mergeOne(pair[0].representative(), pair[1].representative(), open);
    }
  }

  private static void mergeOne(
      FieldEvidence self, FieldEvidence other, Deque<FieldEvidence[]> open) {
    if (other == self) {
      return;
    }
    other.mergedInto = self;
    self.merged.addAll(other.merged);
    self.recursive |= other.recursive;
    other.properties.forEach(
        (name, evidence) ->
            open.add(new FieldEvidence[] {self.getOrCreateProperty(name), evidence}));
    if (other.items != null) {
      open.add(new FieldEvidence[] {self.getOrCreateItems(), other.items});
    }
    if (other.mapValues != null) {
      self.getOrCreateMapValues().merge(other.mapValues);
    }
  }

  /**
   * Merges the properties, items and map values with those of other evidence in place. The type of
   * each of the two stays its own.
   *
   * @param other the evidence of the other schema
   * @return true when a property or the items were not merged before
   */
  public boolean mergeStructure(FieldEvidence other) {
    boolean changed = false;
    Set<String> names = new LinkedHashSet<>(properties.keySet());
    names.addAll(other.properties.keySet());
    for (String name : names) {
      FieldEvidence property = getOrCreateProperty(name);
      FieldEvidence same = other.getOrCreateProperty(name);
      changed |= property.representative() != same.representative();
      property.merge(same);
    }
    if (items != null && other.items != null) {
      changed |= items.representative() != other.items.representative();
      items.merge(other.items);
    }
    if (mapValues != null && other.mapValues != null) {
      changed |= mapValues.representative() != other.mapValues.representative();
      mapValues.merge(other.mapValues);
    }
    return changed;
  }
}
