package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages name options, not methods of the library. */
class OptionNamesTest {

  @Test
  void refusedUrlNamesOption() {
    CliFixture cli = new CliFixture("completed");

    assertThat(cli.run("get", "a", "-g", "http://gateway.example")).isEqualTo(2);
    assertThat(cli.err()).contains("pass --allow-http if the network is trusted");
  }

  @Test
  void waitingTaskNamesCommand() {
    CliFixture cli = new CliFixture("pending");

    assertThat(cli.run("download", "a")).isEqualTo(1);
    assertThat(cli.err())
        .contains("wait for its end with 'video-tasks await' first")
        .endsWith("(client-ext/TROUBLESHOOTING.md#no_file)\n");
  }

  /** A message that is reworded in the library needs another phrase here. */
  @Test
  void libraryHasEveryPhrase() throws IOException {
    String sources;
    try (Stream<Path> files = Files.walk(Path.of("../src/main/java"))) {
      sources =
          files
              .filter(Files::isRegularFile)
              .map(OptionNamesTest::read)
              .collect(Collectors.joining());
    }
    // A text of several lines is joined as the compiler does.
    String joined = sources.replaceAll("\"\\s*\\+ \"", "");

    assertThat(joined).contains(OptionNames.BY_PHRASE.keySet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
