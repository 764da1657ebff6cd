package io.github.videotasks.contract.terminal;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shipped start script, in a pseudo-terminal of its own for each command. */
final class TerminalFixture {
  static final String KEY = "sk-0123456789abcdefghij";

  private final Path folder;
  private final Path script =
      RepositoryLayout.find().root().resolve("client-ext/cli/target/video-tasks");
  final Map<String, String> environment = new HashMap<>();

  TerminalFixture(Path folder, String gateway) {
    this.folder = folder;
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("TERM", "xterm-256color");
    environment.put("LANG", "C.UTF-8");
    environment.put("VIDEO_TASKS_CDS", "off");
    environment.put("VIDEO_TASKS_API_KEY", KEY);
    environment.put("VIDEO_TASKS_GATEWAY", gateway);
  }

  /** Starts a command. The test is not run on a system without pseudo-terminals. */
  PseudoTerminal start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    try {
      return PseudoTerminal.start(folder, environment, command);
    } catch (UnsatisfiedLinkError | IllegalStateException e) {
      assumeThat(e).as("not run: no pseudo-terminal on this system").isNull();
      throw e;
    }
  }

  /** Returns the path of the start script. */
  String script() {
    return script.toString();
  }

  /** Runs a command to its end. */
  PseudoTerminal run(String... args) throws IOException, InterruptedException {
    PseudoTerminal terminal = start(args);
    terminal.awaitEnd();
    return terminal;
  }
}
