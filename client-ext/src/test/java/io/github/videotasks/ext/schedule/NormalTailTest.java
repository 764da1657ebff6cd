package io.github.videotasks.ext.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTailTest {

  /** Values from tables of the normal distribution. */
  @ParameterizedTest
  @CsvSource({
    "-6, 0.999999999013412",
    "-1, 0.841344746068543",
    "0, 0.5",
    "1.959963984540054, 0.025",
    "2.5, 6.20966532577613e-3",
    "4, 3.16712418331199e-5",
    "4.000001, 3.16711080031617e-5",
    "6, 9.86587645037698e-10",
    "20, 2.75362411860623e-89",
  })
  void matchesTabulatedValues(double z, double expected) {
    assertThat(NormalTail.upperTail(z)).isCloseTo(expected, withinPercentage(1e-7));
  }

  @Test
  void underflowsToZero() {
    assertThat(NormalTail.upperTail(100)).isZero();
    assertThat(NormalTail.upperTail(-100)).isEqualTo(1);
  }
}
