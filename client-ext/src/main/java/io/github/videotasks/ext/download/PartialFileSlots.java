package io.github.videotasks.ext.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The places where parts of one file grow: {@code .name.0.part} and so on, each with its small file
 * {@code .name.0.part-state}. A download takes the first that nobody holds, be it left by a dead
 * process or empty; so what was left is found without a look at the other files of the folder, and
 * processes that fetch the same file at once do not meet.
 */
final class PartialFileSlots {

  /** More downloads of one file at once than this are a mistake. */
  private static final int MAX_SLOTS = 8;

  private final Storage storage;
  private final Path folder;
  private final String baseName;
  private final String fileKey;

  /**
   * Names the places.
   *
   * @param folder where the file will stand
   * @param stem its name without the ending
   * @param task what the file is, in full
   */
  PartialFileSlots(Storage storage, Path folder, String stem, String task) {
    this.storage = storage;
    this.folder = folder;
    this.baseName = stem;
    this.fileKey = task;
  }

  /** Takes the first free place; null if there is none. */
  @Nullable PartialFile acquire() throws IOException {
    for (int place = 0; place < MAX_SLOTS; place++) {
      PartialFileLock claim = PartialFileLock.tryAcquire(storage, stateFile(place), fileKey);
      if (claim != null) {
        try {
          return PartialFile.open(storage, dataFile(place), claim);
        } catch (IOException | RuntimeException e) {
          claim.release(false);
          throw e;
        }
      }
    }
    return null;
  }

  /** Deletes what dead processes left: the file is there. */
  void deleteAbandoned() throws IOException {
    for (int place = 0; place < MAX_SLOTS; place++) {
      if (Files.exists(stateFile(place))) {
        PartialFileLock claim = PartialFileLock.tryAcquire(storage, stateFile(place), fileKey);
        if (claim != null) {
          Files.deleteIfExists(dataFile(place));
          claim.release(true);
        }
      }
    }
  }

  private Path dataFile(int place) {
    return folder.resolve("." + baseName + "." + place + ".part");
  }

  private Path stateFile(int place) {
    return folder.resolve("." + baseName + "." + place + ".part-state");
  }
}
