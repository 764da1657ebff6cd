package io.github.videotasks.contract.release;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The listing of a public surface at a release, compared with a later one. A type or a method that
 * was removed or changed breaks callers; an addition does not.
 */
final class ReleasedSurface {
  private final Set<String> entries;

  /**
   * Reads a listing: a line for each type, followed by an indented line for each of its methods.
   */
  ReleasedSurface(String listing) {
    Set<String> read = new LinkedHashSet<>();
    String type = "";
    for (String line : listing.lines().filter(it -> !it.isBlank()).toList()) {
      boolean method = line.startsWith(" ");
      type = method ? type : line;
      read.add(method ? type + " {" + line.strip() + "}" : line);
    }
    this.entries = Set.copyOf(read);
  }

  /** Returns what this listing has and the later one has not, sorted. */
  List<String> removedIn(ReleasedSurface later) {
    return entries.stream().filter(it -> !later.entries.contains(it)).sorted().toList();
  }

  /**
   * Returns whether callers may break between two versions: the major version differs, or it is 0
   * and the minor version differs.
   */
  static boolean mayBreak(String released, String next) {
    String[] before = released.split("[.-]", -1);
    String[] after = next.split("[.-]", -1);
    return !before[0].equals(after[0]) || (before[0].equals("0") && !before[1].equals(after[1]));
  }
}
