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
 * The mutants that a contract lets live on purpose, from {@code known-survivors.yaml}.
 *
 * @param survivors each with its reason
 */
record KnownSurvivors(List<KnownSurvivor> survivors) {

  /**
   * One agreed survivor.
   *
   * @param mutant regular expression over change and member, for example {@code EMPTY \$\.detail}
   * @param reason why it may live
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

  /**
   * The entries that none of these survivors needs: the list only ever holds what still happens.
   */
  List<KnownSurvivor> unused(Collection<Mutant> found) {
    return survivors.stream()
        .filter(entry -> found.stream().noneMatch(mutant -> mutant.name().matches(entry.mutant())))
        .toList();
  }

  /** Survivors that nobody agreed to. */
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
