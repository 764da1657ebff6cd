package io.github.videotasks.ext.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressEvidenceTest {

  @Test
  void narrowsIntervalWithEachReading() {
    ProgressEvidence evidence =
        ProgressEvidence.NONE.with(20, 10).with(41, 20).with(59, 20).with(85, 40);
    assertThat(evidence.step()).isEqualTo(10);
    // At 59 s less than 30 %, and at 41 s 20 % or more.
    assertThat(evidence.low()).isCloseTo(59 / 0.3, within(1e-9));
    assertThat(evidence.high()).isEqualTo(200);
    assertThat(evidence.isConsistent()).isTrue();
  }

  @Test
  void resetsOnContradiction() {
    ProgressEvidence evidence = ProgressEvidence.NONE.with(20, 10).with(22, 50);
    assertThat(evidence.resets()).isEqualTo(1);
    assertThat(evidence.high()).isEqualTo(44);
    assertThat(evidence.isConsistent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void ignoresZeroAndHundredPercent(int percent) {
    assertThat(ProgressEvidence.NONE.with(30, percent)).isSameAs(ProgressEvidence.NONE);
  }

  @Test
  void ignoresReadingAtAgeZero() {
    assertThat(ProgressEvidence.NONE.with(0, 93)).isSameAs(ProgressEvidence.NONE);
  }

  @Test
  void keepsLastReadings() {
    ProgressEvidence evidence = ProgressEvidence.NONE;
    for (int percent = 1; percent < 99; percent++) {
      evidence = evidence.with(percent * 2.0, percent);
    }
    assertThat(evidence.readings()).hasSize(ProgressEvidence.MAX_READINGS);
    assertThat(evidence.readings().get(0).percent()).isEqualTo(93);
  }
}
