package io.github.videotasks.spec.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Computes the stable ids of findings. An id depends on the rule, the provider and the wording, not
 * on lines, file names, or other findings.
 *
 * <p>The id of a group depends on what its findings have in common; that of a finding also on the
 * names and texts in its message. Where two still have the same, they are numbered: groups by the
 * ids of their findings, findings of a page by their line. A hash that two share is replaced for
 * the one whose text is the greater.
 */
public final class FindingIds {
  private final Set<String> used = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private FindingIds() {}

  /**
   * {@return the groups with their ids, in the same order}
   *
   * @param groups all groups of a derivation
   * @param ownerOf returns for a file what it is about: for a page the id of its provider
   */
  public static List<IdentifiedFindings> of(
      List<FindingGroup> groups, UnaryOperator<String> ownerOf) {
    List<Keyed> keyed =
        IntStream.range(0, groups.size())
            .parallel()
            .mapToObj(i -> Keyed.of(i, groups.get(i), ownerOf))
            .toList();
    FindingIds ids = new FindingIds();
    List<IdentifiedFindings> identified = new ArrayList<>();
    groups.forEach(group -> identified.add(new IdentifiedFindings("", group, List.of())));
    keyed.stream()
        .sorted(Comparator.comparing(Keyed::key).thenComparing(k -> String.join("\n", k.texts())))
        .forEach(k -> identified.set(k.index(), ids.identify(k)));
    return List.copyOf(identified);
  }

  private IdentifiedFindings identify(Keyed keyed) {
    String key = number(keyed.key());
    List<String> placeIds = new ArrayList<>();
    for (String text : keyed.texts()) {
      placeIds.add(unused(number(key + "\n" + text)));
    }
    return new IdentifiedFindings(unused(key), keyed.group(), placeIds);
  }

  /** Returns the key itself for the first one, and with its number for each further one. */
  private String number(String key) {
    int count = counts.merge(key, 1, Integer::sum);
    return count == 1 ? key : key + "\n#" + count;
  }

  private String unused(String key) {
    String id = ShortId.of(ShortId.FINDING, key);
    for (int again = 1; !used.add(id); again++) {
      id = ShortId.of(ShortId.FINDING, key, String.valueOf(again));
    }
    return id;
  }

  /**
   * A group with the texts that identify it.
   *
   * @param index its position among all groups
   * @param key what its findings have in common
   * @param texts what identifies each of them within the group, in the order of the group
   */
  private record Keyed(int index, FindingGroup group, String key, List<String> texts) {
    static Keyed of(int index, FindingGroup group, UnaryOperator<String> ownerOf) {
      FindingKind kind = FindingKind.of(stable(group.first()), new HashMap<>());
      String owner = ownerOf.apply(kind.file());
      String key = String.join("\n", kind.rule(), owner, kind.message(), kind.action());
      List<String> texts =
          group.places().stream()
              .map(place -> StableText.of(place.message()) + "\n" + StableText.of(place.action()))
              .toList();
      return new Keyed(index, group, key, texts);
    }

    private static Finding stable(Finding finding) {
      return new Finding(
          finding.rule(),
          finding.severity(),
          finding.location(),
          StableText.of(finding.message()),
          StableText.of(finding.action()));
    }
  }
}
