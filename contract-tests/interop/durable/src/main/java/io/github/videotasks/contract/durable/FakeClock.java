package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment in which a process has a wrong wall clock: libfaketime is loaded before the C
 * library. The monotonic clock stays right.
 *
 * @param library the path of libfaketime
 */
record FakeClock(Path library) {

  private static final List<Path> LIBRARY_FOLDERS =
      List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));

  /** Looks for libfaketime with its command, then in the folders of systems. */
  static Optional<FakeClock> find() {
    return loadedByCommand()
        .or(() -> LIBRARY_FOLDERS.stream().flatMap(FakeClock::below).findFirst())
        .map(FakeClock::new);
  }

  /** The command {@code faketime} starts another command with the library. */
  private static Optional<Path> loadedByCommand() {
    try {
      Process process =
          new ProcessBuilder("faketime", "-f", "+1s", "printenv", "LD_PRELOAD")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String path =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path)).filter(Files::exists);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Systems with several architectures have a folder for each one. */
  private static Stream<Path> below(Path folder) {
    try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return Stream.concat(Stream.of(folder), entries)
          .map(each -> each.resolve("faketime/libfaketime.so.1"))
          .filter(Files::exists)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the environment of a process.
   *
   * @param seconds how many seconds its wall clock is ahead; negative if it is behind
   */
  Map<String, String> environment(int seconds) {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME",
        "%+ds".formatted(seconds),
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // With this workaround for old C libraries, timed waits of the JVM return too early.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}
