package io.github.videotasks.spec.output;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A change of several files below one folder. Either all of them change or none, even if the
 * process is killed or the disk is full; see {@link TransactionLog}. Only one process at a time
 * changes a folder.
 *
 * <pre>{@code
 * try (FileTransaction change = FileTransaction.begin(folder, System.err::println)) {
 *   change.write("pages/acme.md", page);
 *   change.commit();
 * }
 * }</pre>
 */
public final class FileTransaction implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final FolderLock lock;
  private final TransactionLog log;
  private final Consumer<String> notices;
  private final SortedMap<String, byte[]> written = new TreeMap<>();
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();

  private FileTransaction(
      Path folder, FolderLock lock, TransactionLog log, Consumer<String> notices) {
    this.folder = folder;
    this.lock = lock;
    this.log = log;
    this.notices = notices;
  }

  /**
   * Locks a folder, and completes or undoes what a killed process left in it.
   *
   * @param folder the folder; created when it does not exist
   * @param notices receives one line when there was something to complete or to undo
   * @return the transaction, which changes nothing before {@link #commit}
   * @throws RejectedInputException when another process changes the folder for more than 30 s, or a
   *     symbolic link is in the way
   * @throws IOException when the folder cannot be written
   */
  public static FileTransaction begin(Path folder, Consumer<String> notices) throws IOException {
    return begin(folder, notices, TransactionSteps.NONE, PATIENCE);
  }

  static FileTransaction begin(
      Path folder, Consumer<String> notices, TransactionSteps steps, Duration patience)
      throws IOException {
    TransactionLog log = new TransactionLog(folder, steps);
    FolderLock lock = FolderLock.acquire(log.lockFile(), patience);
    if (lock == null) {
      throw inUse(folder);
    }
    try {
      String done = log.recover();
      if (done != null) {
        notices.accept(done);
      }
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
    return new FileTransaction(folder, lock, log, notices);
  }

  /**
   * Completes or undoes what a killed process left in a folder. Call it before the folder is read.
   *
   * @param folder the folder; it need not exist
   * @param notices receives one line when there was something to complete or to undo
   * @throws RejectedInputException when another process is changing the folder
   * @throws IOException when the change cannot be completed
   */
  public static void recover(Path folder, Consumer<String> notices) throws IOException {
    TransactionLog log = new TransactionLog(folder, TransactionSteps.NONE);
    if (!log.hasBegun()) {
      return;
    }
    // Until the decision the old files are complete, and the process may still be running.
    boolean mustComplete = log.hasDecided();
    try (FolderLock lock =
        FolderLock.acquire(log.lockFile(), mustComplete ? PATIENCE : Duration.ZERO)) {
      if (lock == null && mustComplete) {
        throw inUse(folder);
      }
      String done = lock == null ? null : log.recover();
      if (done != null) {
        notices.accept(done);
      }
    }
  }

  /** Returns whether a transaction has changed some files of a folder and not yet all. */
  static boolean isIncomplete(Path folder) {
    return new TransactionLog(folder, TransactionSteps.NONE).hasDecided();
  }

  private static RejectedInputException inUse(Path folder) {
    return OutputPaths.rejected(
        folder,
        "expected no other process that changes the folder, found one",
        "Run the command again when the other one has ended");
  }

  /**
   * Returns the present content of a file.
   *
   * @param name its path below the folder
   * @return the content; null when there is no file
   * @throws RejectedInputException when the path leaves the folder or a symbolic link is in it
   * @throws IOException when the file cannot be read
   */
  public byte @Nullable [] read(String name) throws IOException {
    Path file = OutputPaths.resolve(folder, name);
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Adds a file to write.
   *
   * @param name its path below the folder
   * @param content the whole new content
   * @throws RejectedInputException when the path leaves the folder or a symbolic link is in it
   */
  public void write(String name, byte[] content) {
    OutputPaths.resolve(folder, name);
    written.put(name, content);
    hashes.remove(name);
  }

  /** Returns the SHA-256 of each file to write, by path; each is computed once. */
  SortedMap<String, String> hashes() {
    written.entrySet().parallelStream()
        .forEach(e -> hashes.computeIfAbsent(e.getKey(), name -> Sha256.hex(e.getValue())));
    return new TreeMap<>(hashes);
  }

  /**
   * Adds a file to delete.
   *
   * @param name its path below the folder
   * @throws RejectedInputException when the path leaves the folder or a symbolic link is in it
   */
  public void delete(String name) {
    OutputPaths.resolve(folder, name);
    deleted.add(name);
  }

  /**
   * Makes the changes.
   *
   * @throws IOException when a file cannot be written; then no file has changed, or the next run
   *     completes the change
   */
  public void commit() throws IOException {
    TransactionPlan plan = new TransactionPlan(new ArrayList<>(), plannedChanges());
    if (plan.changes().isEmpty()) {
      return;
    }
    plan.newFolders().addAll(missingFolders(plan.changes()));
    try {
      log.begin(plan);
      for (int i = 0; i < plan.changes().size(); i++) {
        byte[] content = written.get(plan.changes().get(i).name());
        if (content != null) {
          log.stage(i, plan.changes().get(i).name(), content);
        }
      }
      log.decide();
    } catch (IOException | RuntimeException e) {
      log.rollBack();
      throw e;
    }
    try {
      log.complete(plan, true);
    } catch (IOException | RuntimeException e) {
      notices.accept(folder + ": the change is not complete; the next run completes it.");
      throw e;
    }
  }

  /** Files that keep their content are left alone, with their time stamps. */
  private List<FileChange> plannedChanges() throws IOException {
    List<FileChange> changes = new ArrayList<>();
    Map<String, String> after = hashes();
    for (Map.Entry<String, byte[]> file : written.entrySet()) {
      byte[] before = read(file.getKey());
      if (!Arrays.equals(before, file.getValue())) {
        changes.add(
            new FileChange(
                file.getKey(),
                before == null ? null : Sha256.hex(before),
                Objects.requireNonNull(after.get(file.getKey()))));
      }
    }
    for (String name : deleted) {
      String before = TransactionFiles.hash(OutputPaths.resolve(folder, name));
      if (before != null) {
        changes.add(new FileChange(name, before, null));
      }
    }
    return changes;
  }

  private List<String> missingFolders(List<FileChange> changes) {
    Set<String> missing = new LinkedHashSet<>();
    for (FileChange change : changes) {
      String name = change.name();
      for (int at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1)) {
        if (!Files.exists(folder.resolve(name.substring(0, at)), LinkOption.NOFOLLOW_LINKS)) {
          missing.add(name.substring(0, at));
        }
      }
    }
    return List.copyOf(missing);
  }

  /** Releases the folder. Changes that were not committed are forgotten. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
