package io.github.videotasks.ext.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.videotasks.ext.payload.TaskId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationStatisticsTest {

  private static final TaskId FAST = new TaskId("fast:1");

  private final DurationStatistics statistics = new DurationStatistics();

  @Test
  void startsWithDefaultProfile() {
    assertThat(statistics.profileOf(FAST)).isEqualTo(DurationProfile.UNKNOWN_MODEL);
  }

  @Test
  void convergesToDurationsOfModel() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      statistics.recordDuration(FAST, 60 * StrictMath.exp(0.4 * random.nextGaussian()));
    }
    DurationProfile learned = statistics.profileOf(FAST);
    assertThat(StrictMath.exp(learned.mu())).isCloseTo(60, within(3.0));
    assertThat(learned.sigma()).isCloseTo(0.4, within(0.05));
  }

  @Test
  void widensSigmaAfterOutlier() {
    statistics.recordDuration(FAST, 10);
    assertThat(statistics.profileOf(FAST).sigma()).isGreaterThan(1);
  }

  @Test
  void discountsEarlyEndsWhileOthersAreOpen() {
    for (int i = 0; i < 100; i++) {
      statistics.taskStarted(FAST);
    }
    for (int i = 0; i < 10; i++) {
      statistics.taskEnded(FAST);
      statistics.recordDuration(FAST, 10);
    }
    assertThat(StrictMath.exp(statistics.profileOf(FAST).mu())).isCloseTo(220, within(10.0));
    assertThat(statistics.profileOf(FAST).sampleSize()).isLessThan(1);
    for (int i = 0; i < 90; i++) {
      statistics.taskEnded(FAST);
    }
    assertThat(StrictMath.exp(statistics.profileOf(FAST).mu())).isCloseTo(25, within(1.0));
  }

  @Test
  void keepsModelsApart() {
    statistics.recordDuration(FAST, 10);
    assertThat(statistics.profileOf(new TaskId("slow:1"))).isEqualTo(DurationProfile.UNKNOWN_MODEL);
    assertThat(statistics.profileOf(new TaskId("without")))
        .isEqualTo(DurationProfile.UNKNOWN_MODEL);
  }

  @Test
  void forgetsOldDurations() {
    for (int i = 0; i < 2_000; i++) {
      statistics.recordDuration(FAST, 10);
    }
    for (int i = 0; i < 3_000; i++) {
      statistics.recordDuration(FAST, 1_000);
    }
    assertThat(StrictMath.exp(statistics.profileOf(FAST).mu())).isCloseTo(1_000, within(50.0));
  }
}
