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
 * #absorb}; from then on both are one and the same.
 */
public final class Shape {
  private final Map<String, Shape> properties = new LinkedHashMap<>();
  private final List<Declared> ownDeclared = new ArrayList<>();
  private final List<Shown> ownShown = new ArrayList<>();
  private final List<Shape> united = new ArrayList<>(List.of(this));
  private @Nullable Shape items;
  private @Nullable Shape forward;

  /** Gives the shape that this one has become; itself as long as nothing absorbed it. */
  public Shape current() {
    Shape at = this;
    while (at.forward != null) {
      at = at.forward;
    }
    return at;
  }

  /** Gives the shape of a property, a new one when it was not heard of before. */
  public Shape property(String name) {
    return properties.computeIfAbsent(name, n -> new Shape()).current();
  }

  /** Gives the properties in the order in which they were first seen. */
  public Map<String, Shape> properties() {
    Map<String, Shape> current = new LinkedHashMap<>();
    properties.forEach((name, shape) -> current.put(name, shape.current()));
    return current;
  }

  /** Gives the shape of an array's items, a new one when it was not heard of before. */
  public Shape itemsOrNew() {
    if (items == null) {
      items = new Shape();
    }
    return items.current();
  }

  /** Gives the shape of an array's items; null when nothing says what they are. */
  public @Nullable Shape items() {
    return items == null ? null : items.current();
  }

  /** Adds a declaration of this very place. */
  public void add(Declared declaration) {
    ownDeclared.add(declaration);
  }

  /** Adds an occurrence at this very place. */
  public void add(Shown occurrence) {
    ownShown.add(occurrence);
  }

  /** Gives the declarations of all places that were united. */
  public List<Declared> declared() {
    if (united.size() == 1) {
      return ownDeclared;
    }
    return united.stream().flatMap(shape -> shape.ownDeclared.stream()).toList();
  }

  /** Gives the occurrences at all places that were united. */
  public List<Shown> shown() {
    if (united.size() == 1) {
      return ownShown;
    }
    return united.stream().flatMap(shape -> shape.ownShown.stream()).toList();
  }

  /**
   * Gives what is known of one property alone. Two properties that were given one name share a
   * shape (and so a type), but each keeps its own evidence.
   */
  public Shape slot(String property) {
    Shape slot = new Shape();
    for (Shape shape : united) {
      Shape at = shape.properties.get(property);
      if (at != null) {
        slot.ownDeclared.addAll(at.ownDeclared);
        slot.ownShown.addAll(at.ownShown);
      }
    }
    return slot;
  }

  /** Gives what is known of this very place, and not of those that it was united with. */
  public Shape alone() {
    Shape alone = new Shape();
    alone.ownDeclared.addAll(ownDeclared);
    alone.ownShown.addAll(ownShown);
    return alone;
  }

  /** Gives how many different examples show the place; equal examples of two pages are one. */
  public int distinctExamples() {
    return (int) shown().stream().map(s -> s.example().fingerprint()).distinct().count();
  }

  /** Gives the providers whose pages declare or show the place. */
  public Collection<String> providers() {
    TreeSet<String> ids = new TreeSet<>();
    declared().forEach(d -> ids.add(d.document().provider().id()));
    shown().forEach(s -> ids.add(s.example().document().provider().id()));
    return ids;
  }

  /** Unites another shape with this one, and what is below both. */
  public void absorb(Shape absorbed) {
    Shape other = absorbed.current();
    Shape self = current();
    if (other == self) {
      return;
    }
    other.forward = self;
    self.united.addAll(other.united);
    other.properties.forEach((name, shape) -> self.property(name).absorb(shape));
    if (other.items != null) {
      self.itemsOrNew().absorb(other.items);
    }
  }
}
