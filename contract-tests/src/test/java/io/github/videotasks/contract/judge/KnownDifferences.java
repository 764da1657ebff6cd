package io.github.videotasks.contract.judge;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The differences between the two judges that are agreed, from {@code known-differences.yaml}.
 *
 * @param differences each with its reason
 */
record KnownDifferences(List<Entry> differences) {

  /**
   * One agreed kind of difference.
   *
   * @param document regular expression for the document that complains
   * @param complaint regular expression for its words
   * @param reason why both judges are right
   */
  record Entry(String document, String complaint, String reason) {

    boolean explains(Difference difference) {
      return difference.document().matches(document) && difference.complaint().matches(complaint);
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
    return found.stream()
        .filter(it -> differences.stream().noneMatch(entry -> entry.explains(it)))
        .toList();
  }

  List<Entry> unusedBy(Collection<Difference> found) {
    return differences.stream().filter(entry -> found.stream().noneMatch(entry::explains)).toList();
  }
}
