package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The properties in which client-ext looks for URLs, failures and the status of a task.
 *
 * <p>{@link #SOURCE} is written by hand, and a test of client-ext compares it with the library;
 * {@link #DERIVED} is the same as JSON beside the contract.
 */
public final class KnownPlaces {
  /** The file in the folder of the pages. */
  public static final String SOURCE = "known-places.yaml";

  /** The derived file beside the contract. */
  public static final String DERIVED = "known-places.json";

  static final String RULE = "known-places";

  /** Wrappers inside wrappers that client-ext opens, and names at the end of a path. */
  private static final int MAX_DEPTH = 4;

  /**
   * The places of one kind.
   *
   * @param anywhere paths that also begin in wrappers
   * @param atTask paths that begin at the task only
   * @param inside paths that begin in any object
   * @param names properties that may follow a path
   * @param wrappers properties with the task in them
   */
  private record Section(
      List<List<String>> anywhere,
      List<List<String>> atTask,
      List<List<String>> inside,
      Set<String> names,
      Set<String> wrappers) {

    boolean knows(List<String> path) {
      for (int begin = 0; begin < path.size(); begin++) {
        List<String> rest = path.subList(begin, path.size());
        boolean wrapped = begin <= MAX_DEPTH && wrappers.containsAll(path.subList(0, begin));
        if (matchesAny(inside, rest)
            || (begin == 0 && matchesAny(atTask, rest))
            || (wrapped && matchesAny(anywhere, rest))) {
          return true;
        }
      }
      return false;
    }

    private boolean matchesAny(List<List<String>> places, List<String> path) {
      return places.stream().anyMatch(place -> matches(place, path));
    }

    private boolean matches(List<String> place, List<String> path) {
      int after = path.size() - place.size();
      if (after < 0
          || after > MAX_DEPTH
          || !names.containsAll(path.subList(place.size(), path.size()))) {
        return false;
      }
      for (int i = 0; i < place.size(); i++) {
        if (!matchesStep(place.get(i), path.get(i))) {
          return false;
        }
      }
      return true;
    }

    private static boolean matchesStep(String place, String property) {
      return place.startsWith("*") ? property.endsWith(place.substring(1)) : place.equals(property);
    }
  }

  private final ObjectNode root;
  private final Section urls;
  private final Section failures;
  private final Section statuses;

  private KnownPlaces(TableFile file) {
    root = file.root(List.of("url", "status", "failure"));
    ObjectNode url = file.object(root, "url", List.of("anywhere", "task", "names", "wrappers"));
    urls =
        new Section(
            paths(file.texts(url, "anywhere")),
            paths(file.texts(url, "task")),
            List.of(),
            new HashSet<>(file.texts(url, "names")),
            new HashSet<>(file.texts(url, "wrappers")));
    ObjectNode failure =
        file.object(root, "failure", List.of("places", "names", "flags", "wrappers"));
    failures =
        new Section(
            paths(file.texts(failure, "places")),
            List.of(),
            paths(file.texts(failure, "flags")),
            new HashSet<>(file.texts(failure, "names")),
            new HashSet<>(file.texts(failure, "wrappers")));
    ObjectNode status = file.object(root, "status", List.of("places", "wrappers"));
    statuses =
        new Section(
            paths(file.texts(status, "places")),
            List.of(),
            List.of(),
            Set.of(),
            new HashSet<>(file.texts(status, "wrappers")));
  }

  /**
   * Parses a table.
   *
   * @param name the file, for messages
   * @param text its content, YAML or JSON
   * @return the paths of the table
   * @throws RejectedInputException when it has other keys or values than paths
   */
  public static KnownPlaces parse(String name, String text) {
    return new KnownPlaces(TableFile.parse(RULE, name, text));
  }

  private static List<List<String>> paths(List<String> texts) {
    List<List<String>> paths = new ArrayList<>();
    texts.forEach(text -> paths.add(List.of(text.split("\\.", -1))));
    return paths;
  }

  /** {@return the table as JSON; {@link #parse} reads it} */
  public byte[] toJson() {
    return JsonNodes.pretty(root);
  }

  /**
   * Returns whether client-ext looks for a kind of value at a path.
   *
   * @param path the names of the properties from the root of the response on, without lists
   */
  boolean knows(PlaceKind kind, List<String> path) {
    return switch (kind) {
      case URL -> urls.knows(path);
      case FAILURE -> failures.knows(path);
      case STATUS -> statuses.knows(path);
    };
  }

  /** Returns the section of the file to which a new place is added. */
  static String section(PlaceKind kind) {
    return kind == PlaceKind.URL ? "url.anywhere or url.task" : kind.noun() + ".places";
  }
}
