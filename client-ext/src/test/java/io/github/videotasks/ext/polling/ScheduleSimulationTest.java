package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.Simulation.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
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
  private static final long SEED = 20_260_101;

  /** The rows for durations that the schedule was not tuned for. */
  private static final Set<SimulatedProgress> EVERYWHERE =
      EnumSet.of(
          SimulatedProgress.NONE,
          SimulatedProgress.LINEAR,
          SimulatedProgress.STEPS_OF_25,
          SimulatedProgress.ALWAYS_93);

  private record Question(
      PollSchedule schedule, SimulatedDurations durations, SimulatedProgress progress) {}

  /** The tests and the table ask for the same ones. */
  private static final Map<Question, Simulation> DONE = new HashMap<>();

  private static Simulation run(
      PollSchedule schedule, SimulatedDurations durations, SimulatedProgress progress) {
    return DONE.computeIfAbsent(
        new Question(schedule, durations, progress),
        question -> Simulation.run(schedule, durations, progress, SEED));
  }

  private static Cost adaptive(SimulatedDurations durations, SimulatedProgress progress) {
    return run(PollSchedule.adaptive(), durations, progress).all();
  }

  private static Cost advice(SimulatedDurations durations) {
    return run(PollSchedule.stepped(), durations, SimulatedProgress.NONE).all();
  }

  @Test
  void withoutProgressSixteenPollsAndEightSecondsAreEnough() {
    Cost cost = adaptive(SimulatedDurations.MEDIAN_246, SimulatedProgress.NONE);
    assertThat(cost.polls()).isLessThanOrEqualTo(16);
    assertThat(cost.late()).isLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(names = {"LINEAR", "STEPS_OF_10", "STEPS_OF_25"})
  void withProgressTwelvePollsAndThreeSecondsAreEnough(SimulatedProgress progress) {
    Cost cost = adaptive(SimulatedDurations.MEDIAN_246, progress);
    assertThat(cost.polls()).isLessThanOrEqualTo(12);
    assertThat(cost.late()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void isNeverWorseThanTheAdviceWhateverTheTasksLast(SimulatedDurations durations) {
    Cost cost = adaptive(durations, SimulatedProgress.NONE);
    Cost advice = advice(durations);
    assertThat(cost.polls()).isLessThanOrEqualTo(advice.polls());
    assertThat(cost.late()).isLessThanOrEqualTo(advice.late());
  }

  @ParameterizedTest
  @EnumSource
  void isNeverWorseThanTheAdviceWhateverTheProgress(SimulatedProgress progress) {
    Cost cost = adaptive(SimulatedDurations.MEDIAN_246, progress);
    Cost advice = advice(SimulatedDurations.MEDIAN_246);
    assertThat(cost.polls()).isLessThanOrEqualTo(advice.polls());
    assertThat(cost.late()).isLessThanOrEqualTo(advice.late());
  }

  @Test
  void theTableIsUpToDate() throws IOException {
    String table = table();
    System.out.println(table);
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE)
        .as("what the schedules cost; accept with: mvn -pl client-ext -am test -Dspec.accept")
        .hasContent(table);
  }

  private static String table() {
    List<String> lines = new ArrayList<>();
    lines.add("# What the poll schedules cost");
    lines.add("");
    lines.add(
        "Written by `ScheduleSimulationTest`: "
            + Simulation.TASKS
            + " tasks one after the other, in virtual time, with the real waiter.");
    lines.add("Polls are those of a task without the one at its start; lateness is the time from");
    lines.add("the end of a task to the poll that sees it. Durations are log-normal, sigma 0.605;");
    lines.add("in the heavy tail, one task in twenty hangs, up to 44,110 s. The adaptive schedule");
    lines.add(
        "begins with the figures of 246 s and learns; the first "
            + Simulation.FIRST
            + " tasks are shown apart.");
    for (SimulatedDurations durations : SimulatedDurations.values()) {
      lines.add("");
      lines.add("## Durations: " + durations.title);
      lines.add("");
      lines.add(
          "| schedule | progress | polls | late, mean | late, p95 | first polls | first late |");
      lines.add("|---|---|---:|---:|---:|---:|---:|");
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
    return String.join("\n", lines) + "\n";
  }

  private static PollSchedule everySeconds(int seconds) {
    return PollSchedule.fixed(Duration.ofSeconds(seconds));
  }

  private static String row(
      String title,
      PollSchedule schedule,
      SimulatedDurations durations,
      SimulatedProgress progress) {
    Simulation simulation = run(schedule, durations, progress);
    Cost all = simulation.all();
    Cost first = simulation.first();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f s | %.1f s | %.1f | %.1f s |",
        title,
        progress.title(),
        all.polls(),
        all.late(),
        all.p95(),
        first.polls(),
        first.late());
  }
}
