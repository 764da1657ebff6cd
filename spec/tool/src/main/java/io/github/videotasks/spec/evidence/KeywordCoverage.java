package io.github.videotasks.spec.evidence;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a keyword holds for every value that the declarations of a field admit: each use
 * of a schema must have it, itself or in all alternatives of one {@code oneOf} or {@code anyOf}.
 */
final class KeywordCoverage {
  private final IdentityHashMap<SchemaBranch, Node> nodes = new IdentityHashMap<>();
  private final List<Node> uses = new ArrayList<>();

  private KeywordCoverage() {}

  /** Returns whether the keyword holds for all uses; false without a declaration. */
  static boolean isComplete(List<DeclaredSchema> declarations, Predicate<DeclaredSchema> keyword) {
    return !declarations.isEmpty() && firstWithout(declarations, keyword) == null;
  }

  /** Returns the first declaration of the first use that lacks the keyword; null if none does. */
  static @Nullable DeclaredSchema firstWithout(
      List<DeclaredSchema> declarations, Predicate<DeclaredSchema> keyword) {
    KeywordCoverage coverage = new KeywordCoverage();
    for (DeclaredSchema declared : declarations) {
      // Admits null alone: a limit says nothing about null.
      if (!"null".equals(declared.type())) {
        coverage.node(declared.branch()).add(declared, keyword.test(declared));
      }
    }
    return coverage.uses.stream()
        .map(Node::uncovered)
        .filter(uncovered -> uncovered != null)
        .findFirst()
        .orElse(null);
  }

  private Node node(SchemaBranch branch) {
    Node known = nodes.get(branch);
    if (known != null) {
      return known;
    }
    Node node = new Node();
    nodes.put(branch, node);
    SchemaBranch parent = branch.parent();
    if (parent == null) {
      uses.add(node);
    } else {
      node(parent).groups.computeIfAbsent(branch.alternatives(), g -> new ArrayList<>()).add(node);
    }
    return node;
  }

  /** The declarations of one branch, and its alternatives by list. */
  private static final class Node {
    private final IdentityHashMap<@Nullable Object, List<Node>> groups = new IdentityHashMap<>();
    private @Nullable DeclaredSchema first;
    private boolean hasKeyword;

    void add(DeclaredSchema declared, boolean keyword) {
      first = first == null ? declared : first;
      hasKeyword |= keyword;
    }

    boolean isCovered() {
      return hasKeyword
          || groups.values().stream().anyMatch(group -> group.stream().allMatch(Node::isCovered));
    }

    /** Returns a declaration without the keyword; null when the keyword holds for the branch. */
    @Nullable DeclaredSchema uncovered() {
      if (isCovered()) {
        return null;
      }
      for (List<Node> group : groups.values()) {
        for (Node alternative : group) {
          DeclaredSchema found = alternative.uncovered();
          if (found != null) {
            return found;
          }
        }
      }
      return first;
    }
  }
}
