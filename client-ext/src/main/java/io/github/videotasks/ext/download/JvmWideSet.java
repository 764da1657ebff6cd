package io.github.videotasks.ext.download;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A set of texts that all copies of the library in this JVM share. A static field is not enough: an
 * application server loads the library once for each application, and each class loader has its own
 * static fields. System properties are the only mutable table that all class loaders see.
 */
final class JvmWideSet {

  /** The entries of this copy, in case that the application replaces the system properties. */
  private final Set<String> ownEntries = ConcurrentHashMap.newKeySet();

  private final String prefix;

  /**
   * Creates a view of a set.
   *
   * @param prefix the name of the set: the prefix of its system properties, the same in each
   *     version of the library
   */
  JvmWideSet(String prefix) {
    this.prefix = prefix;
  }

  /** Adds an entry; returns false if any copy of the library has added it already. */
  boolean add(String entry) {
    if (!ownEntries.add(entry)) {
      return false;
    }
    // A text as value: Properties.store fails on other objects.
    if (System.getProperties().putIfAbsent(prefix + entry, "true") == null) {
      return true;
    }
    ownEntries.remove(entry);
    return false;
  }

  /** Removes an entry that this copy of the library has added. */
  void remove(String entry) {
    System.getProperties().remove(prefix + entry);
    ownEntries.remove(entry);
  }
}
