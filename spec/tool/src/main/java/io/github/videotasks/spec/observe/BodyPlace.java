package io.github.videotasks.spec.observe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a body.
 *
 * @param parent the place of the object or list around it; null for the whole body
 * @param name the name of the property; empty for an item of a list
 * @param isMapValue whether any name is declared there
 */
record BodyPlace(@Nullable BodyPlace parent, String name, boolean isMapValue) {
  static final BodyPlace ROOT = new BodyPlace(null, "", false);

  BodyPlace property(String property) {
    return new BodyPlace(this, property, false);
  }

  BodyPlace mapValue(String property) {
    return new BodyPlace(this, property, true);
  }

  BodyPlace item() {
    return new BodyPlace(this, "", false);
  }

  /** Returns the place for people, such as {@code $.videos[].url}, with masked names. */
  String path(TrafficMask mask) {
    if (parent == null) {
      return "$";
    }
    String own = name.isEmpty() ? "[]" : "." + (isMapValue ? "*" : mask.name(name));
    return parent.path(mask) + own;
  }

  /** Returns the names of the properties from the root on, without lists. */
  List<String> names() {
    if (parent == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>(parent.names());
    if (!name.isEmpty()) {
      names.add(name);
    }
    return names;
  }
}
