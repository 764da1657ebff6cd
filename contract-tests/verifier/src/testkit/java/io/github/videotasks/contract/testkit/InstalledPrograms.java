package io.github.videotasks.contract.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The programs on the {@code PATH}, some of which a test needs. */
public final class InstalledPrograms {
  private InstalledPrograms() {}

  /** Returns whether a program is on the {@code PATH}. */
  public static boolean contain(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
