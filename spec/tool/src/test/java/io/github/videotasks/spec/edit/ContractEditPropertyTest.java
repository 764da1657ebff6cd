package io.github.videotasks.spec.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random edits of the bundled contract: a derivation with the correction yields the edited file
 * byte for byte, or the edit is refused by line. {@code -Dedit.seeds=N} tries N edits of each kind.
 */
class ContractEditPropertyTest {
  private static final int SEEDS = Integer.getInteger("edit.seeds", 1);
  private static final int COMBINATIONS = 10;

  /** A refusal names the edited line, or a line of the same small object. */
  private static final int MAX_DISTANCE = 6;

  @TempDir static Path folder;

  private static ContractEditFixture fixture;
  private static final TreeSet<String> ACCEPTED = new TreeSet<>();
  private static final TreeSet<String> REFUSED = new TreeSet<>();

  @BeforeAll
  static void copySpec() throws IOException {
    fixture = ContractEditFixture.in(folder);
  }

  @AfterAll
  static void printCounts() {
    System.out.println(
        "Kinds of edit: " + ACCEPTED.size() + " accepted, " + REFUSED.size() + " refused by line");
  }

  static Stream<EditKind> acceptedKinds() {
    return Stream.concat(AcceptedSchemaEdits.all().stream(), AcceptedDocumentEdits.all().stream());
  }

  static Stream<EditKind> refusedKinds() {
    return RefusedEdits.all().stream();
  }

  @ParameterizedTest
  @MethodSource("acceptedKinds")
  void yieldsTheEditedFile(EditKind kind) throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertYields(kind + ", seed " + seed, edit(kind, fixture.contract(), seed));
    }
    ACCEPTED.add(kind.name());
  }

  @ParameterizedTest
  @MethodSource("refusedKinds")
  void refusesByLine(EditKind kind) throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      String edited = edit(kind, fixture.contract(), seed);
      ContractEditFixture.EditOutcome outcome = fixture.correct(edited);
      assertThat(outcome.overlay()).as(kind + ", seed " + seed).isEmpty();
      assertNamesLine(kind + ", seed " + seed, outcome.refusals(), edited);
    }
    REFUSED.add(kind.name());
  }

  @Test
  void yieldsSeveralEditsAtOnce() throws IOException {
    List<EditKind> kinds = acceptedKinds().toList();
    int accepted = 0;
    for (int seed = 0; seed < COMBINATIONS * SEEDS; seed++) {
      Random random = new Random(seed);
      List<String> names = new ArrayList<>();
      String edited = fixture.contract();
      for (int i = 0; i < 4; i++) {
        EditKind kind = kinds.get(random.nextInt(kinds.size()));
        if (!names.contains(kind.name())) {
          edited = tryEdit(kind, edited, random.nextLong());
          names.add(kind.name());
        }
      }
      ContractEditFixture.EditOutcome outcome = fixture.correct(edited);
      if (outcome.isAccepted()) {
        accepted++;
        assertThat(fixture.deriveWith(outcome.overlay()))
            .as(names + ", seed " + seed)
            .isEqualTo(edited);
      } else {
        // Two edits may contradict each other, such as two new keys in the wrong order.
        assertNamesLine(names + ", seed " + seed, outcome.refusals(), edited);
      }
    }
    System.out.println("Several edits at once: " + accepted + " of " + COMBINATIONS * SEEDS);
    assertThat(accepted).isGreaterThanOrEqualTo(COMBINATIONS * SEEDS / 2);
  }

  private static String edit(EditKind kind, String contract, long seed) {
    String edited = kind.edit().apply(contract, new Random(seed));
    assertThat(edited).as(kind.name()).isNotEqualTo(contract);
    return edited;
  }

  /** An earlier edit may have removed what this one changes. */
  private static String tryEdit(EditKind kind, String contract, long seed) {
    try {
      return kind.edit().apply(contract, new Random(seed));
    } catch (RuntimeException e) {
      return contract;
    }
  }

  private static void assertYields(String what, String edited) throws IOException {
    ContractEditFixture.EditOutcome outcome = fixture.correct(edited);
    assertThat(outcome.refusals()).as(what).isEmpty();
    assertThat(fixture.deriveWith(outcome.overlay())).as(what).isEqualTo(edited);
  }

  private static void assertNamesLine(String what, List<Finding> refusals, String edited) {
    List<Integer> changed = changedLines(edited);
    for (Finding refusal : refusals) {
      assertThat(refusal.toString())
          .as(what)
          .matches("(?s)edited\\.yaml:[0-9]+: \\[edit-refused] .*found.*");
    }
    int nearest =
        refusals.stream()
            .mapToInt(r -> distance(r.location().line(), changed))
            .min()
            .orElse(Integer.MAX_VALUE);
    assertThat(nearest).as(what + " " + refusals).isLessThanOrEqualTo(MAX_DISTANCE);
  }

  private static int distance(int line, List<Integer> changed) {
    return changed.stream().mapToInt(c -> Math.abs(c - line)).min().orElse(0);
  }

  /** Returns the first and the last line that differ, and all lines at the same position. */
  private static List<Integer> changedLines(String edited) {
    List<String> old = List.of(fixture.contract().split("\n"));
    List<String> now = List.of(edited.split("\n"));
    int first = 0;
    while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
      first++;
    }
    int last = 0;
    while (last < Math.min(old.size(), now.size()) - first
        && old.get(old.size() - 1 - last).equals(now.get(now.size() - 1 - last))) {
      last++;
    }
    return IntStream.rangeClosed(first + 1, Math.max(first + 1, now.size() - last))
        .boxed()
        .toList();
  }
}
