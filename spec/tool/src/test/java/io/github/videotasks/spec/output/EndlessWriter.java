package io.github.videotasks.spec.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that replaces the files of a folder again and again, and writes one byte to its output
 * before each step. {@link KilledProcessTest} kills it.
 */
final class EndlessWriter {
  private static final int FILE_COUNT = 12;

  private EndlessWriter() {}

  /**
   * Runs until the process is killed.
   *
   * @param args the folder; a second argument lets it wait for a byte of input at each step
   */
  public static void main(String[] args) throws IOException {
    TransactionSteps steps = step -> reportStep(args.length > 1);
    for (int version = 0; true; version++) {
      try (FileTransaction change =
          FileTransaction.begin(Path.of(args[0]), line -> {}, steps, Duration.ZERO)) {
        files(version % 2).forEach((name, text) -> change.write(name, text.getBytes(UTF_8)));
        files(1 - version % 2).keySet().stream()
            .filter(name -> name.contains("only"))
            .forEach(change::delete);
        change.commit();
      }
    }
  }

  private static void reportStep(boolean wait) throws IOException {
    System.out.write('.');
    System.out.flush();
    if (wait) {
      System.in.read();
    }
  }

  /** Returns one of two versions of the files; some exist in one version only. */
  static Map<String, String> files(int version) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < FILE_COUNT; i++) {
      files.put("both/" + i + ".txt", version + " " + "x".repeat(i * 1000));
      files.put("only" + version + "/" + i + ".txt", "text");
    }
    return files;
  }
}
