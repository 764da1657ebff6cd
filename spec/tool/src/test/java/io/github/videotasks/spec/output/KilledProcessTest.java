package io.github.videotasks.spec.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process at random moments. {@code -Dspec.kills=50} kills it that often; the seed
 * and the result are printed.
 */
class KilledProcessTest {
  private static final int KILLS = Integer.getInteger("spec.kills", 8);
  private static final long SEED = Long.getLong("spec.kills.seed", 4711);
  private static final int MAX_STEPS = 120;

  @TempDir Path folder;

  @Test
  void folderIsOldOrNewAfterEachKill() throws Exception {
    Random random = new Random(SEED);
    List<String> notices = new ArrayList<>();
    int torn = 0;
    for (int i = 0; i < KILLS; i++) {
      killAfter(MAX_STEPS + random.nextInt(MAX_STEPS));
      FileTransaction.recover(folder, notices::add);
      torn += isOneVersion() ? 0 : 1;
    }
    long completed = notices.stream().filter(line -> line.contains("completed")).count();
    System.out.printf(
        "%d kills (seed %d): %d completed, %d undone, %d between two changes; %d torn%n",
        KILLS, SEED, completed, notices.size() - completed, KILLS - notices.size(), torn);
    assertThat(torn).isZero();
    assertThat(notices).isNotEmpty();
  }

  @Test
  void folderBelongsToOneProcessUntilItEnds() throws Exception {
    Process writer = start("wait");
    try {
      assertThat(writer.getInputStream().read()).isEqualTo('.');
      assertThatThrownBy(this::begin)
          .hasMessageContaining("expected no other process that changes the folder, found one");
    } finally {
      writer.destroyForcibly().waitFor();
    }
    begin().close();
    assertThat(folder).isEmptyDirectory();
  }

  private FileTransaction begin() throws IOException {
    return FileTransaction.begin(folder, line -> {}, TransactionSteps.NONE, Duration.ZERO);
  }

  private Process start(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                folder.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
  }

  private void killAfter(int steps) throws IOException, InterruptedException {
    Process writer = start();
    try {
      assertThat(writer.getInputStream().readNBytes(steps)).hasSize(steps);
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private boolean isOneVersion() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    found.remove(".spec-tool/lock");
    return found.equals(EndlessWriter.files(0)) || found.equals(EndlessWriter.files(1));
  }
}
