package io.github.videotasks.spec.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of a transaction in {@code .spec-tool/}, and what is done with them after a crash.
 *
 * <p>New content is written to {@code new/} while {@code plan} lists it; no other file has changed
 * yet. The rename of {@code plan} to {@code journal} decides: from then on the transaction is
 * completed, by this process or by the next one. All later steps are renames and deletions, which
 * need no space on the disk, and each can be repeated. The caller holds the lock.
 */
final class TransactionLog {
  /** The folder for these files, below the folder that is changed. */
  static final String WORK_FOLDER = ".spec-tool";

  private final Path folder;
  private final Path work;
  private final Path plan;
  private final Path journal;
  private final Path staging;
  private final TransactionSteps steps;

  TransactionLog(Path folder, TransactionSteps steps) {
    this.folder = folder;
    this.work = folder.resolve(WORK_FOLDER);
    this.plan = work.resolve("plan");
    this.journal = work.resolve("journal");
    this.staging = work.resolve("new");
    this.steps = steps;
  }

  Path lockFile() {
    return OutputPaths.resolve(folder, WORK_FOLDER + "/lock");
  }

  /** Returns whether a transaction has begun and not ended. */
  boolean hasBegun() {
    return hasDecided() || Files.exists(plan, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns whether files may have changed without all others. */
  boolean hasDecided() {
    return Files.exists(journal, LinkOption.NOFOLLOW_LINKS);
  }

  void begin(TransactionPlan content) throws IOException {
    steps.onStep("plan");
    content.write(plan);
    for (String name : content.newFolders()) {
      steps.onStep("folder " + name);
      Files.createDirectories(folder.resolve(name));
    }
    Files.createDirectories(OutputPaths.resolveFolder(folder, WORK_FOLDER + "/new"));
  }

  void stage(int index, String name, byte[] content) throws IOException {
    steps.onStep("stage " + name);
    Files.write(staging.resolve(Integer.toString(index)), content);
  }

  /** Decides that the transaction is completed. */
  void decide() throws IOException {
    steps.onStep("decide");
    Files.move(plan, journal, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Makes all changes that are not made yet.
   *
   * @param own whether this process has just written the new files, so that they need no check
   */
  void complete(TransactionPlan content, boolean own) throws IOException {
    List<FileChange> changes = content.changes();
    for (int i = 0; i < changes.size(); i++) {
      FileChange change = changes.get(i);
      steps.onStep("change " + change.name());
      Path file = OutputPaths.resolve(folder, change.name());
      if (change.after() == null) {
        requireExpected(file, change);
        Files.deleteIfExists(file);
      } else {
        moveStaged(staging.resolve(Integer.toString(i)), file, change, own);
      }
    }
    steps.onStep("end");
    Files.delete(journal);
    TransactionFiles.deleteAll(staging);
  }

  /** Does nothing when an earlier run moved the file already. */
  private void moveStaged(Path staged, Path file, FileChange change, boolean own)
      throws IOException {
    String hash = own ? change.after() : TransactionFiles.hash(staged);
    if (hash == null) {
      return;
    }
    if (!hash.equals(change.after())) {
      throw OutputPaths.rejected(
          staged,
          "expected SHA-256 " + change.after() + " of " + change.name() + ", found " + hash,
          "Restore the folder, and delete its folder " + WORK_FOLDER);
    }
    requireExpected(file, change);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Somebody may have edited the file after the crash. */
  private static void requireExpected(Path file, FileChange change) throws IOException {
    String found = TransactionFiles.hash(file);
    if (found != null && !found.equals(change.before()) && !found.equals(change.after())) {
      throw OutputPaths.rejected(
          file,
          "expected the file as it was when the change began, found an edited one",
          "Move it away, and run the command again");
    }
  }

  /** Deletes what was staged. No other file has changed. */
  void rollBack() throws IOException {
    TransactionPlan content = readIfExists(plan);
    TransactionFiles.deleteAll(staging);
    if (content != null) {
      List<String> folders = content.newFolders();
      for (int i = folders.size() - 1; i >= 0; i--) {
        TransactionFiles.deleteIfEmpty(OutputPaths.resolveFolder(folder, folders.get(i)));
      }
    }
    Files.deleteIfExists(plan);
  }

  /**
   * Completes or undoes the transaction of a process that has ended.
   *
   * @return what was done, in one line; null when there was nothing to do
   */
  @Nullable String recover() throws IOException {
    if (hasDecided()) {
      TransactionPlan content = readIfExists(journal);
      if (content == null) {
        throw OutputPaths.rejected(
            journal, "expected a complete journal, found another file", "Delete it");
      }
      complete(content, false);
      return folder
          + ": an earlier run ended while it changed "
          + content.changes().size()
          + " files; completed the change.";
    }
    boolean begun = hasBegun();
    rollBack();
    return begun
        ? folder + ": an earlier run ended before it changed a file; deleted its temporary files."
        : null;
  }

  private static @Nullable TransactionPlan readIfExists(Path file) throws IOException {
    try {
      return TransactionPlan.read(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
