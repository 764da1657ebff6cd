package io.github.videotasks.ext.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The slots for partial files of one target: {@code .name.0.part} and so on, each with its state
 * file {@code .name.0.part-state}. A download acquires the first slot that is not locked, whether
 * it is empty or left by a process that has exited. Partial files are therefore found without
 * listing the folder, and concurrent downloads of the same file use different slots.
 */
final class PartialFileSlots {

  /** Maximum number of concurrent downloads of one file; more are probably a bug of the caller. */
  private static final int MAX_SLOTS = 8;

  private final Storage storage;
  private final Path folder;
  private final String baseName;
  private final String fileKey;

  /**
   * Creates the slots of one target; no file is opened.
   *
   * @param folder the folder of the target
   * @param baseName the name of the target without its extension
   * @param fileKey the unique key of the file, see {@link DownloadItem#fileKey}
   */
  PartialFileSlots(Storage storage, Path folder, String baseName, String fileKey) {
    this.storage = storage;
    this.folder = folder;
    this.baseName = baseName;
    this.fileKey = fileKey;
  }

  /** Acquires the first free slot; null if all are locked. */
  @Nullable PartialFile acquire() throws IOException {
    for (int slot = 0; slot < MAX_SLOTS; slot++) {
      PartialFileLock lock = PartialFileLock.tryAcquire(storage, stateFile(slot), fileKey);
      if (lock != null) {
        try {
          return PartialFile.open(storage, dataFile(slot), lock);
        } catch (IOException | RuntimeException e) {
          lock.release(false);
          throw e;
        }
      }
    }
    return null;
  }

  /** Deletes the partial files that no process holds, after the target was completed. */
  void deleteAbandoned() throws IOException {
    for (int slot = 0; slot < MAX_SLOTS; slot++) {
      if (Files.exists(stateFile(slot))) {
        PartialFileLock lock = PartialFileLock.tryAcquire(storage, stateFile(slot), fileKey);
        if (lock != null) {
          Files.deleteIfExists(dataFile(slot));
          lock.release(true);
        }
      }
    }
  }

  private Path dataFile(int slot) {
    return folder.resolve("." + baseName + "." + slot + ".part");
  }

  private Path stateFile(int slot) {
    return folder.resolve("." + baseName + "." + slot + ".part-state");
  }
}
