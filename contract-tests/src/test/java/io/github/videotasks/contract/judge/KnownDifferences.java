package io.github.videotasks.contract.judge;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The differences between the judges that are agreed, from {@code known-differences.yaml}.
 *
 * @param differences each with its reason
 */
record KnownDifferences(List<Entry> differences) {

  /**
   * One agreed kind of difference.
   *
   * @param judge regular expression for who complains
   * @param document regular expression for the document that it judges by
   * @param complaint regular expression for its words
   * @param reason why both judges are right
   */
  record Entry(String judge, String document, String complaint, String reason) {

    boolean explains(Difference difference) {
      return difference.judge().matches(judge)
          && difference.document().matches(document)
          && difference.complaint().matches(complaint);
    }
  }

  static KnownDifferences read() {
    try (InputStream file = KnownDifferences.class.getResourceAsStream("known-differences.yaml")) {
      return new YAMLMapper()
          .readValue(
              Objects.requireNonNull(file, "known-differences.yaml"), KnownDifferences.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Difference> unexplained(Collection<Difference> found) {
    return found.stream().filter(it -> reasonOf(it).isEmpty()).toList();
  }

  Optional<String> reasonOf(Difference difference) {
    return differences.stream()
        .filter(entry -> entry.explains(difference))
        .map(Entry::reason)
        .findFirst();
  }

  /**
   * Entries that explain nothing any more.
   *
   * @param judges who was asked; nothing is known of the entries of others
   */
  List<Entry> unusedBy(Collection<Difference> found, Set<String> judges) {
    return differences.stream()
        .filter(entry -> judges.stream().anyMatch(judge -> judge.matches(entry.judge())))
        .filter(entry -> found.stream().noneMatch(entry::explains))
        .toList();
  }
}
