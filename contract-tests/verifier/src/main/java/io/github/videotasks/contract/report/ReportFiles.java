package io.github.videotasks.contract.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replaces the files of a report, all of them or none, even if the process is killed or the disk is
 * full. Only one process at a time writes to a folder.
 *
 * <p>The new files are written to {@code .report/}. The file {@code ready} decides: from then on
 * they are moved to their places, by this process or by the next one. The spec tool has the same
 * for its output folders; this module does not depend on it, because that would add the tool's
 * libraries to the verifier.
 */
final class ReportFiles {
  private static final String READY = "ready";
  private static final String LOCK = ".report.lock";

  /** Is notified before each step; tests fail or end there. */
  @FunctionalInterface
  interface WriteSteps {
    void onStep(String step) throws IOException;
  }

  private final Path folder;
  private final Path staging;
  private final Consumer<String> notices;
  private final WriteSteps steps;

  /**
   * Creates a writer.
   *
   * @param folder created when it does not exist
   * @param notices receives one line when an interrupted change was completed or undone
   */
  ReportFiles(Path folder, Consumer<String> notices) {
    this(folder, notices, step -> {});
  }

  ReportFiles(Path folder, Consumer<String> notices, WriteSteps steps) {
    this.folder = folder;
    this.staging = folder.resolve(".report");
    this.notices = notices;
    this.steps = steps;
  }

  /**
   * Writes the files and replaces existing ones.
   *
   * @param files the contents by file name
   * @throws IOException when a file cannot be written; then no file has changed, or the next run
   *     completes the change
   */
  void replace(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    // The lock is for other processes; it cannot be requested twice in one.
    synchronized (ReportFiles.class) {
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS)) {
        // The end of the channel, or of the process, releases it.
        channel.lock();
        recover();
        try {
          stage(files);
        } catch (IOException e) {
          deleteStaging();
          throw e;
        }
        complete();
      }
    }
  }

  private void recover() throws IOException {
    if (!Files.exists(staging, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
      // A link could lead to files of others, which would be moved to this folder.
      throw new IOException(
          "%s: expected a folder or nothing, found a link or a file. Remove it".formatted(staging));
    }
    if (Files.exists(staging.resolve(READY), LinkOption.NOFOLLOW_LINKS)) {
      complete();
      notices.accept(folder + ": completed the report that an earlier run had begun.");
    } else {
      deleteStaging();
      notices.accept(folder + ": deleted the temporary files of a report that was not completed.");
    }
  }

  private void stage(Map<String, byte[]> files) throws IOException {
    steps.onStep("begin");
    Files.createDirectory(staging);
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      steps.onStep("stage " + file.getKey());
      Files.write(staging.resolve(file.getKey()), file.getValue());
    }
    steps.onStep("decide");
    Files.createFile(staging.resolve(READY));
  }

  private void complete() throws IOException {
    for (Path file : stagedFiles()) {
      if (!file.endsWith(READY)) {
        steps.onStep("move " + file.getFileName());
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    steps.onStep("end");
    deleteStaging();
  }

  private void deleteStaging() throws IOException {
    if (Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
      for (Path file : stagedFiles()) {
        Files.delete(file);
      }
      Files.delete(staging);
    }
  }

  private List<Path> stagedFiles() throws IOException {
    try (Stream<Path> files = Files.list(staging)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
