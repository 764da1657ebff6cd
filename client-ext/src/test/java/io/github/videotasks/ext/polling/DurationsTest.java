package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.videotasks.ext.payload.TaskId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationsTest {

  private static final TaskId FAST = new TaskId("fast:1");

  private final Durations durations = new Durations();

  @Test
  void anUnknownModelHasTheFiguresOfRealTasks() {
    assertThat(durations.of(FAST)).isEqualTo(DurationProfile.UNKNOWN_MODEL);
  }

  @Test
  void learnsAModelFromItsTasks() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      durations.ended(FAST, 60 * StrictMath.exp(0.4 * random.nextGaussian()));
    }
    DurationProfile learned = durations.of(FAST);
    assertThat(StrictMath.exp(learned.mu())).isCloseTo(60, within(3.0));
    assertThat(learned.sigma()).isCloseTo(0.4, within(0.05));
  }

  @Test
  void isUnsureAfterOneTaskThatIsFarOff() {
    durations.ended(FAST, 10);
    assertThat(durations.of(FAST).sigma()).isGreaterThan(1);
  }

  @Test
  void isUnsureWhileTasksThatBeganTogetherHaveNotEnded() {
    for (int i = 0; i < 100; i++) {
      durations.began(FAST);
    }
    for (int i = 0; i < 10; i++) {
      durations.left(FAST);
      durations.ended(FAST, 10);
    }
    assertThat(StrictMath.exp(durations.of(FAST).mu())).isCloseTo(220, within(10.0));
    assertThat(durations.of(FAST).tasks()).isLessThan(1);
    for (int i = 0; i < 90; i++) {
      durations.left(FAST);
    }
    assertThat(StrictMath.exp(durations.of(FAST).mu())).isCloseTo(25, within(1.0));
  }

  @Test
  void teachesNothingAboutOtherModels() {
    durations.ended(FAST, 10);
    assertThat(durations.of(new TaskId("slow:1"))).isEqualTo(DurationProfile.UNKNOWN_MODEL);
    assertThat(durations.of(new TaskId("without"))).isEqualTo(DurationProfile.UNKNOWN_MODEL);
  }

  @Test
  void forgetsInTheEnd() {
    for (int i = 0; i < 2_000; i++) {
      durations.ended(FAST, 10);
    }
    for (int i = 0; i < 3_000; i++) {
      durations.ended(FAST, 1_000);
    }
    assertThat(StrictMath.exp(durations.of(FAST).mu())).isCloseTo(1_000, within(50.0));
  }
}
