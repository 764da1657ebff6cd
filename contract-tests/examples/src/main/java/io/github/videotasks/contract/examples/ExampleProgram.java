package io.github.videotasks.contract.examples;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The example programs by the names of the command line. */
enum ExampleProgram {
  QUERY("query", "waiting", QueryOnce.class.getName()),
  AWAIT("await", "waiting*3,finished", AwaitWithBar.class.getName()),
  WATCH("watch", "waiting*2,finished", WatchThousand.class.getName()),
  RESUME("resume", "waiting*3,finished", ResumeAfterCrash.class.getName()),
  FETCH("fetch", "finished", FetchAllFiles.class.getName()),
  COROUTINES(
      "coroutines",
      "waiting*2,finished",
      "io.github.videotasks.contract.examples.AwaitInCoroutinesKt"),
  DURABLE("durable", "waiting*2,finished", OrdersOnTwoProcesses.class.getName()),
  PYTHON("python", "waiting*2,finished", "");

  private final String label;
  private final String script;
  private final String mainClass;

  ExampleProgram(String label, String script, String mainClass) {
    this.label = label;
    this.script = script;
    this.mainClass = mainClass;
  }

  /** Returns the program with that name; null if there is none. */
  static @Nullable ExampleProgram byName(String name) {
    return Arrays.stream(values()).filter(each -> each.label.equals(name)).findFirst().orElse(null);
  }

  /** Returns the names of all programs. */
  static String names() {
    return Arrays.stream(values()).map(each -> each.label).collect(Collectors.joining(", "));
  }

  /** Returns the id that the program requests: for the replay server, a script of states. */
  String taskId() {
    return script;
  }

  /** Returns the command of a program on the JVM. */
  List<String> command(String java, String classPath) {
    return List.of(java, "-cp", classPath, mainClass);
  }
}
