package io.github.videotasks.contract.terminal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.InstalledPrograms;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion of {@code video-tasks}, in the shells that are installed here. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ShellCompletionIT {
  private static final Path BIN = RepositoryLayout.find().root().resolve("client-ext/cli/target");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash --norc --noprofile -i", "zsh -f -i"})
  void completesCommandOptionAndFile(String shell) throws Exception {
    List<String> command = List.of(shell.split(" "));
    assumeTrue(InstalledPrograms.contain(command.get(0)), "not run: no " + command.get(0));
    Files.createFile(folder.resolve("ids.txt"));
    try (PseudoTerminal terminal = PseudoTerminal.start(folder, environment(), command)) {
      terminal.type("source <(video-tasks generate-completion); echo rea''dy\n");
      terminal.awaitScreen(screen -> screen.contains("\nready"));
      terminal.type("video-tasks wat\t");
      terminal.awaitScreen(screen -> screen.contains("video-tasks watch"));
      terminal.type("--fr\t");
      terminal.awaitScreen(screen -> screen.contains("video-tasks watch --from"));
      terminal.type("id\t");
      terminal.awaitScreen(screen -> screen.contains("video-tasks watch --from ids.txt"));
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH", BIN + File.pathSeparator + System.getenv("PATH"),
        "HOME", folder.toString(),
        "JAVA_HOME", System.getProperty("java.home"),
        "TERM", "xterm-256color",
        "LANG", "C.UTF-8",
        "PS1", "> ",
        "VIDEO_TASKS_CDS", "off");
  }
}
