package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.ScheduleSimulation.Arrival;
import io.github.videotasks.ext.schedule.PollSchedule;
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

/** Polls and lateness of each schedule, and their upper bounds for the adaptive one. */
class ScheduleSimulationTest {

  private static final Path TABLE = Path.of("SCHEDULES.md");

  /** The seed with which the adaptive schedule was tuned, and which is not reported therefore. */
  private static final long TUNING_SEED = 20_260_101;

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
  private static final int TASKS_PER_SEED = 300;

  /** The rows for durations that the schedule was not tuned for. */
  private static final Set<SimulatedProgress> PROGRESS_IN_ALL_TABLES =
      Set.of(
          SimulatedProgress.NONE,
          SimulatedProgress.LINEAR,
          SimulatedProgress.STEPS_OF_25,
          SimulatedProgress.ALWAYS_93);

  private record SimulationConfig(
      PollSchedule schedule,
      SimulatedDurations durations,
      SimulatedProgress progress,
      Arrival arrival) {

    /** Only the adaptive schedule is run with jitter; the fixed ones are run as they are. */
    double jitter() {
      return schedule.equals(PollSchedule.adaptive()) ? WaitPolicy.defaults().jitter() : 0;
    }

    SimulationResult run() {
      return SimulationResult.combine(
          SEEDS.stream()
              .map(
                  seed ->
                      ScheduleSimulation.run(
                          schedule, jitter(), durations, progress, arrival, TASKS_PER_SEED, seed))
              .toList());
    }
  }

  /** The tests and the table need the same results. */
  private static final Map<SimulationConfig, SimulationResult> CACHE = new HashMap<>();

  private static SimulationResult simulate(
      PollSchedule schedule,
      SimulatedDurations durations,
      SimulatedProgress progress,
      Arrival arrival) {
    return CACHE.computeIfAbsent(
        new SimulationConfig(schedule, durations, progress, arrival), SimulationConfig::run);
  }

  private static SimulationResult adaptiveResult(SimulatedProgress progress) {
    return simulate(
        PollSchedule.adaptive(), SimulatedDurations.MEDIAN_246, progress, Arrival.SEQUENTIAL);
  }

  private static SimulationResult steppedResult(SimulatedDurations durations) {
    return simulate(PollSchedule.stepped(), durations, SimulatedProgress.NONE, Arrival.ISOLATED);
  }

  private static void assertNoWorse(SimulationResult result, SimulationResult reference) {
    assertThat(result.meanPolls()).isLessThanOrEqualTo(reference.meanPolls());
    assertThat(result.meanLateness()).isLessThanOrEqualTo(reference.meanLateness());
  }

  @Test
  void doesNotReportTuningSeed() {
    assertThat(SEEDS).isNotEmpty().doesNotContain(TUNING_SEED);
  }

  @Test
  void staysWithinBoundsWithoutProgress() {
    SimulationResult cost = adaptiveResult(SimulatedProgress.NONE);
    assertThat(cost.meanPolls()).isLessThanOrEqualTo(16);
    assertThat(cost.meanLateness()).isLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(names = {"LINEAR", "STEPS_OF_10", "STEPS_OF_25"})
  void staysWithinBoundsWithProgress(SimulatedProgress progress) {
    SimulationResult cost = adaptiveResult(progress);
    assertThat(cost.meanPolls()).isLessThanOrEqualTo(12);
    assertThat(cost.meanLateness()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void beatsSteppedScheduleForAllDurations(SimulatedDurations durations) {
    for (Arrival arrival : Arrival.values()) {
      SimulationResult result =
          simulate(PollSchedule.adaptive(), durations, SimulatedProgress.NONE, arrival);
      assertNoWorse(result, steppedResult(durations));
    }
  }

  @ParameterizedTest
  @EnumSource
  void beatsSteppedScheduleForAllProgress(SimulatedProgress progress) {
    assertNoWorse(adaptiveResult(progress), steppedResult(SimulatedDurations.MEDIAN_246));
  }

  @Test
  void tableIsUpToDate() throws IOException {
    String table = table();
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE)
        .as("the table of SCHEDULES.md; update it with: mvn -pl client-ext -am test -Dspec.accept")
        .hasContent(table);
  }

  private static String table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        # What the poll schedules cost

        Written by `ScheduleSimulationTest` in virtual time, with the real poll loops. Polls are those of
        a task without the one at its start; lateness is the time from the end of a task to the poll that
        sees it. Durations are log-normal, sigma 0.605; in the heavy tail, one task in twenty hangs, up
        to 44,110 s. Each figure is of %d tasks: %d with each of the seeds %s. The figures inside the
        adaptive schedule were tuned with another seed, %d.

        The advice is that of one gateway: every 5 s for 30 s, every 10 s until 2 min, then every 30 s. In
        these tables the tasks run one after the other; the adaptive schedule starts without statistics and
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
        if (durations == SimulatedDurations.MEDIAN_246
            || PROGRESS_IN_ALL_TABLES.contains(progress)) {
          lines.add(row("adaptive", PollSchedule.adaptive(), durations, progress));
        }
      }
    }
    lines.add(
        """

        ## Without statistics, and many tasks at once

        No task reports progress here. "Alone": each task has its own client, which has seen no other
        task. "At once": the %d tasks of a seed begin in the same second, so the durations of the
        short ones are learned first and are wrong for the others.

        | durations | advice: polls | late | alone: polls | late | at once: polls | late |
        |---|---:|---:|---:|---:|---:|---:|\
        """
            .formatted(TASKS_PER_SEED));
    for (SimulatedDurations durations : SimulatedDurations.values()) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  durations.title,
                  figures(steppedResult(durations)),
                  adaptiveFigures(durations, Arrival.ISOLATED),
                  adaptiveFigures(durations, Arrival.SIMULTANEOUS)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String seeds() {
    return String.join(", ", SEEDS.stream().map(String::valueOf).toList());
  }

  private static String adaptiveFigures(SimulatedDurations durations, Arrival arrival) {
    return figures(simulate(PollSchedule.adaptive(), durations, SimulatedProgress.NONE, arrival));
  }

  private static String figures(SimulationResult cost) {
    return String.format(Locale.ROOT, "%.1f | %.1f s", cost.meanPolls(), cost.meanLateness());
  }

  private static PollSchedule everySeconds(int seconds) {
    return PollSchedule.fixed(Duration.ofSeconds(seconds));
  }

  private static String row(
      String title,
      PollSchedule schedule,
      SimulatedDurations durations,
      SimulatedProgress progress) {
    SimulationResult cost = simulate(schedule, durations, progress, Arrival.SEQUENTIAL);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.1f s |",
        title,
        progress.title(),
        figures(cost),
        cost.p95Lateness());
  }
}
