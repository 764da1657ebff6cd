package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.Simulation.Coming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each schedule costs, and the bounds that the adaptive one keeps. */
class ScheduleSimulationTest {

  private static final Path TABLE = Path.of("SCHEDULES.md");

  /** The adaptive schedule's figures were chosen with this one, so nothing is reported of it. */
  private static final long TUNING_SEED = 20_260_101;

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
  private static final int TASKS_PER_SEED = 300;

  /** The rows for durations that the schedule was not tuned for. */
  private static final Set<SimulatedProgress> EVERYWHERE =
      Set.of(
          SimulatedProgress.NONE,
          SimulatedProgress.LINEAR,
          SimulatedProgress.STEPS_OF_25,
          SimulatedProgress.ALWAYS_93);

  private record Question(
      PollSchedule schedule,
      SimulatedDurations durations,
      SimulatedProgress progress,
      Coming coming) {

    /** A schedule that is fixed is meant as it is; only the adaptive one is spread. */
    double spread() {
      return schedule instanceof AdaptiveSchedule ? WaitPolicy.defaults().spread() : 0;
    }

    Cost answer() {
      return Cost.all(
          SEEDS.stream()
              .map(
                  seed ->
                      Simulation.run(
                          schedule, spread(), durations, progress, coming, TASKS_PER_SEED, seed))
              .toList());
    }
  }

  /** The tests and the table ask for the same ones. */
  private static final Map<Question, Cost> DONE = new HashMap<>();

  private static Cost cost(
      PollSchedule schedule, SimulatedDurations lengths, SimulatedProgress progress, Coming how) {
    return DONE.computeIfAbsent(new Question(schedule, lengths, progress, how), Question::answer);
  }

  private static Cost adaptive(SimulatedProgress progress) {
    return cost(PollSchedule.adaptive(), SimulatedDurations.MEDIAN_246, progress, Coming.IN_TURN);
  }

  private static Cost advice(SimulatedDurations durations) {
    return cost(PollSchedule.stepped(), durations, SimulatedProgress.NONE, Coming.ALONE);
  }

  private static void assertNoWorse(Cost cost, Cost advice) {
    assertThat(cost.polls()).isLessThanOrEqualTo(advice.polls());
    assertThat(cost.late()).isLessThanOrEqualTo(advice.late());
  }

  @Test
  void isReportedOfOtherTasksThanItWasTunedWith() {
    assertThat(SEEDS).isNotEmpty().doesNotContain(TUNING_SEED);
  }

  @Test
  void withoutProgressSixteenPollsAndEightSecondsAreEnough() {
    Cost cost = adaptive(SimulatedProgress.NONE);
    assertThat(cost.polls()).isLessThanOrEqualTo(16);
    assertThat(cost.late()).isLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(names = {"LINEAR", "STEPS_OF_10", "STEPS_OF_25"})
  void withProgressTwelvePollsAndThreeSecondsAreEnough(SimulatedProgress progress) {
    Cost cost = adaptive(progress);
    assertThat(cost.polls()).isLessThanOrEqualTo(12);
    assertThat(cost.late()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void isNeverWorseThanTheAdviceWhateverTheTasksLast(SimulatedDurations durations) {
    for (Coming coming : Coming.values()) {
      Cost cost = cost(PollSchedule.adaptive(), durations, SimulatedProgress.NONE, coming);
      assertNoWorse(cost, advice(durations));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNeverWorseThanTheAdviceWhateverTheProgress(SimulatedProgress progress) {
    assertNoWorse(adaptive(progress), advice(SimulatedDurations.MEDIAN_246));
  }

  @Test
  void theTableIsUpToDate() throws IOException {
    String table = table();
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE)
        .as("what the schedules cost; accept with: mvn -pl client-ext -am test -Dspec.accept")
        .hasContent(table);
  }

  private static String table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        # What the poll schedules cost

        Written by `ScheduleSimulationTest` in virtual time, with the real waiter. Polls are those of a
        task without the one at its start; lateness is the time from the end of a task to the poll that
        sees it. Durations are log-normal, sigma 0.605; in the heavy tail, one task in twenty hangs, up
        to 44,110 s. Each figure is of %d tasks: %d with each of the seeds %s. The figures inside the
        adaptive schedule were chosen with another seed, %d.

        The advice is one gateway's: every 5 s for 30 s, every 10 s to 2 min, then every 30 s. In these
        tables the tasks come one after the other; the adaptive schedule begins without experience and
        learns from each.\
        """
            .formatted(SEEDS.size() * TASKS_PER_SEED, TASKS_PER_SEED, seeds(), TUNING_SEED));
    for (SimulatedDurations durations : SimulatedDurations.values()) {
      lines.add("");
      lines.add("## Durations: " + durations.title);
      lines.add("");
      lines.add("| schedule | progress | polls | late, mean | late, p95 |");
      lines.add("|---|---|---:|---:|---:|");
      if (durations == SimulatedDurations.MEDIAN_246) {
        lines.add(row("every second", everySeconds(1), durations, SimulatedProgress.NONE));
      }
      lines.add(row("every 30 s", everySeconds(30), durations, SimulatedProgress.NONE));
      lines.add(row("advice 5/10/30 s", PollSchedule.stepped(), durations, SimulatedProgress.NONE));
      for (SimulatedProgress progress : SimulatedProgress.values()) {
        if (durations == SimulatedDurations.MEDIAN_246 || EVERYWHERE.contains(progress)) {
          lines.add(row("adaptive", PollSchedule.adaptive(), durations, progress));
        }
      }
    }
    lines.add(
        """

        ## Without experience, and many tasks at once

        No task tells a progress here. "Alone": each task has a client of its own, which has seen no
        other task. "At once": the %d tasks of a seed begin in the same second, so what the short ones
        teach comes early and is wrong about the others.

        | durations | advice: polls | late | alone: polls | late | at once: polls | late |
        |---|---:|---:|---:|---:|---:|---:|\
        """
            .formatted(TASKS_PER_SEED));
    for (SimulatedDurations durations : SimulatedDurations.values()) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  durations.title,
                  figures(advice(durations)),
                  unknown(durations, Coming.ALONE),
                  unknown(durations, Coming.AT_ONCE)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String seeds() {
    return String.join(", ", SEEDS.stream().map(String::valueOf).toList());
  }

  private static String unknown(SimulatedDurations durations, Coming coming) {
    return figures(cost(PollSchedule.adaptive(), durations, SimulatedProgress.NONE, coming));
  }

  private static String figures(Cost cost) {
    return String.format(Locale.ROOT, "%.1f | %.1f s", cost.polls(), cost.late());
  }

  private static PollSchedule everySeconds(int seconds) {
    return PollSchedule.fixed(Duration.ofSeconds(seconds));
  }

  private static String row(
      String title,
      PollSchedule schedule,
      SimulatedDurations durations,
      SimulatedProgress progress) {
    Cost cost = cost(schedule, durations, progress, Coming.IN_TURN);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.1f s |",
        title,
        progress.title(),
        figures(cost),
        cost.p95());
  }
}
