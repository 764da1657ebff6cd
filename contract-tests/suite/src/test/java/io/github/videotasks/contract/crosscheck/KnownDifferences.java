package io.github.videotasks.contract.crosscheck;

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
record KnownDifferences(List<KnownDifference> differences) {

  /**
   * One agreed kind of difference.
   *
   * @param judge regular expression for who complains
   * @param document regular expression for the document that it judges by
   * @param complaint regular expression for its words
   * @param reason why both judges are right
   */
  record KnownDifference(String judge, String document, String complaint, String reason) {

    boolean explains(CheckDifference difference) {
      return difference.check().matches(judge)
          && difference.document().matches(document)
          && difference.violation().matches(complaint);
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

  List<CheckDifference> unknown(Collection<CheckDifference> found) {
    return found.stream().filter(it -> reasonOf(it).isEmpty()).toList();
  }

  Optional<String> reasonOf(CheckDifference difference) {
    return differences.stream()
        .filter(entry -> entry.explains(difference))
        .map(KnownDifference::reason)
        .findFirst();
  }

  /**
   * Entries that explain nothing any more.
   *
   * @param judges who was asked; nothing is known of the entries of others
   */
  List<KnownDifference> unused(Collection<CheckDifference> found, Set<String> judges) {
    return differences.stream()
        .filter(entry -> judges.stream().anyMatch(judge -> judge.matches(entry.judge())))
        .filter(entry -> found.stream().noneMatch(entry::explains))
        .toList();
  }
}
