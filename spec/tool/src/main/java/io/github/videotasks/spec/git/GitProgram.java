package io.github.videotasks.spec.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The program git, started directly and never through a shell. */
final class GitProgram {
  private final String program;
  private final Path folder;

  private GitProgram(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * Finds the program.
   *
   * @param searchPath the value of the variable PATH. Only its absolute folders count, so that a
   *     repository cannot bring a program of its own
   * @param folder the folder to run it in
   * @return the program; null when there is none
   */
  static @Nullable GitProgram find(String searchPath, Path folder) {
    for (String entry : searchPath.split(Pattern.quote(File.pathSeparator), -1)) {
      for (String name : List.of("git", "git.exe")) {
        try {
          Path file = Path.of(entry, name);
          if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
            return new GitProgram(file.toString(), folder);
          }
        } catch (InvalidPathException e) {
          // Not a folder of this platform.
        }
      }
    }
    return null;
  }

  /** Starts a command with an output that is read and errors that are dropped. */
  Process start(String... arguments) throws IOException {
    return builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Starts a command whose errors are part of its output. */
  Process startWithErrors(String... arguments) throws IOException {
    return builder(arguments).redirectErrorStream(true).start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program, "--no-pager", "--no-replace-objects"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    // Never prompts for a password, and never fetches what a partial clone lacks.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    return builder;
  }
}
