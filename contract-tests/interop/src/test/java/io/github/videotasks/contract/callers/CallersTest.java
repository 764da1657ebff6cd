package io.github.videotasks.contract.callers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the callers of all languages against the replay server of every provider: each polls the
 * tasks until they are finished and must print the same lines as the Java caller.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallersTest {

  private List<String> javaOutput = List.of();

  @BeforeAll
  void runJavaCaller() {
    try (ReplayedTasks tasks = new ReplayedTasks()) {
      javaOutput = new JavaCaller().run(tasks.arguments());
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.videotasks.contract.callers.JvmLanguage#all")
  void printsSameLinesAsJavaCaller(JvmLanguage language, @TempDir Path classes) throws Exception {
    assertThat(language.compile(List.of(language.callerProgram()), classes)).isEmpty();
    try (ReplayedTasks tasks = new ReplayedTasks()) {
      List<String> command =
          new ArrayList<>(List.of("-cp", classes + File.pathSeparator + language.classPath()));
      command.addAll(language.launchArguments());
      command.addAll(tasks.arguments());

      JavaProcess process = JavaProcess.run(classes, Map.of(), command);

      assertThat(process.exitCode()).as(process.output()).isZero();
      assertThat(process.stdout().lines()).as(process.stderr()).isEqualTo(javaOutput);
    }
  }

  @Test
  void coversCompletionFailureUnknownTaskAndDeadline() {
    String taskId = "sora-2:task_01k74ynm13exf9ha36zz7820hv";
    String waiting = "QUEUED pending 93 null: 93 %, 1759763426";
    String finished = "SUCCEEDED completed null null: draft of 1759763631, 352 wide";
    assertThat(javaOutput)
        .containsSubsequence(taskId + ": " + waiting, "[%s, %s]".formatted(waiting, finished))
        .anyMatch(
            line ->
                line.startsWith("finished: Draft[gen_01k6x1bffaf3dr786harh8maqt], https://")
                    && line.contains("src.mp4?st="))
        .endsWith(
            "[FAILED failed null OTHER: unknown null]",
            "unknown detail, no URL",
            "no-such-task: TASK_NOT_FOUND",
            "task not found: 400 task_not_exist",
            "waiting: QUEUED pending null null: unknown null",
            "waiting: WAIT_TIMEOUT",
            "timed out: WAIT_TIMEOUT");
  }
}
