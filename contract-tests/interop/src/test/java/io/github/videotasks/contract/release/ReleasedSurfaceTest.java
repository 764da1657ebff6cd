package io.github.videotasks.contract.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two listings of a surface: additions are compatible, everything else is listed. */
class ReleasedSurfaceTest {
  private static final String RELEASED =
      """
      package p

      record A(int size)
        int size()

      interface B
        int size()
      """;

  @Test
  void ignoresAdditions() {
    assertThat(removedIn(RELEASED + "  void added()\n\nenum C\n")).isEmpty();
  }

  @Test
  void listsRemovedMethodWithItsType() {
    assertThat(removedIn(RELEASED.replace("interface B\n  int size()", "interface B")))
        .containsExactly("interface B {int size()}");
  }

  @Test
  void listsChangedSignatureOfType() {
    assertThat(removedIn(RELEASED.replace("record A(int size)", "record A(long size)")))
        .containsExactly("record A(int size)", "record A(int size) {int size()}");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, 0.1.1-SNAPSHOT, false",
    "0.1.0, 0.2.0-SNAPSHOT, true",
    "1.4.0, 1.5.0, false",
    "1.4.0, 2.0.0, true"
  })
  void breaksOnlyBetweenVersionsThatAllowIt(String released, String next, boolean allowed) {
    assertThat(ReleasedSurface.mayBreak(released, next)).isEqualTo(allowed);
  }

  private static Iterable<String> removedIn(String later) {
    return new ReleasedSurface(RELEASED).removedIn(new ReleasedSurface(later));
  }
}
