package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

  @Test
  void narrowsTheEndWithEachReading() {
    Evidence evidence = Evidence.NONE.with(20, 10).with(41, 20).with(59, 20).with(85, 40);
    assertThat(evidence.step()).isEqualTo(10);
    // 59 s at less than 30 %, and 41 s at 20 % or more.
    assertThat(evidence.low()).isCloseTo(59 / 0.3, within(1e-9));
    assertThat(evidence.high()).isEqualTo(200);
    assertThat(evidence.isConsistent()).isTrue();
  }

  @Test
  void beginsAgainWithTheReadingThatContradicts() {
    Evidence evidence = Evidence.NONE.with(20, 10).with(22, 50);
    assertThat(evidence.resets()).isEqualTo(1);
    assertThat(evidence.high()).isEqualTo(44);
    assertThat(evidence.isConsistent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void nothingAndAllSayNothing(int percent) {
    assertThat(Evidence.NONE.with(30, percent)).isSameAs(Evidence.NONE);
  }

  @Test
  void aProgressAtTheVeryStartSaysNothing() {
    assertThat(Evidence.NONE.with(0, 93)).isSameAs(Evidence.NONE);
  }

  @Test
  void keepsAFewReadingsOnly() {
    Evidence evidence = Evidence.NONE;
    for (int percent = 1; percent < 99; percent++) {
      evidence = evidence.with(percent * 2.0, percent);
    }
    assertThat(evidence.readings()).hasSize(Evidence.MOST_READINGS);
    assertThat(evidence.readings().get(0).percent()).isEqualTo(93);
  }
}
