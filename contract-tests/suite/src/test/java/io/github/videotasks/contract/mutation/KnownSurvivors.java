package io.github.videotasks.contract.mutation;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The accepted surviving mutants, from {@code known-survivors.yaml}.
 *
 * @param survivors the entries, each with its reason
 */
record KnownSurvivors(List<KnownSurvivor> survivors) {

  /**
   * One kind of accepted survivor. The component names are the property names in the file.
   *
   * @param mutant regular expression for mutation and path, for example {@code EMPTY \$\.detail}
   * @param reason why the survivor is accepted
   */
  record KnownSurvivor(String mutant, String reason) {}

  static KnownSurvivors read() {
    try (InputStream file = KnownSurvivors.class.getResourceAsStream("known-survivors.yaml")) {
      return new YAMLMapper()
          .readValue(Objects.requireNonNull(file, "known-survivors.yaml"), KnownSurvivors.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the entries that match none of these survivors; they must be deleted from the file. */
  List<KnownSurvivor> unused(Collection<Mutant> found) {
    return survivors.stream()
        .filter(entry -> found.stream().noneMatch(mutant -> mutant.name().matches(entry.mutant())))
        .toList();
  }

  /** Returns the survivors that no entry accepts. */
  List<Mutant> unknown(Collection<Mutant> mutants) {
    return mutants.stream()
        .filter(Mutant::survived)
        .filter(it -> reasonOf(it.name()).isEmpty())
        .toList();
  }

  Optional<String> reasonOf(String mutant) {
    return survivors.stream()
        .filter(entry -> mutant.matches(entry.mutant()))
        .map(KnownSurvivor::reason)
        .findFirst();
  }
}
