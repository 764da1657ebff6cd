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
 * The accepted differences between the checks, from {@code known-differences.yaml}.
 *
 * @param differences the entries, each with its reason
 */
record KnownDifferences(List<KnownDifference> differences) {

  /**
   * One kind of accepted difference. The component names are the property names in the file.
   *
   * @param check regular expression for the name of the check
   * @param document regular expression for the OpenAPI document of the check
   * @param complaint regular expression for the message of the check
   * @param reason why the difference is accepted
   */
  record KnownDifference(String check, String document, String complaint, String reason) {

    boolean explains(CheckDifference difference) {
      return difference.check().matches(check)
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
   * Returns the entries that match no difference any more.
   *
   * @param checks the checks that ran; entries of other checks are ignored
   */
  List<KnownDifference> unused(Collection<CheckDifference> found, Set<String> checks) {
    return differences.stream()
        .filter(entry -> checks.stream().anyMatch(name -> name.matches(entry.check())))
        .filter(entry -> found.stream().noneMatch(entry::explains))
        .toList();
  }
}
