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
final class Parts {

  /** More downloads of one file at once than this are a mistake. */
  private static final int PLACES = 8;

  private final Storage storage;
  private final Path folder;
  private final String stem;
  private final String task;

  /**
   * Names the places.
   *
   * @param folder where the file will stand
   * @param stem its name without the ending
   * @param task what the file is, in full
   */
  Parts(Storage storage, Path folder, String stem, String task) {
    this.storage = storage;
    this.folder = folder;
    this.stem = stem;
    this.task = task;
  }

  /** Takes the first free place; null if there is none. */
  @Nullable Part take() throws IOException {
    for (int place = 0; place < PLACES; place++) {
      Claim claim = Claim.tryFor(storage, state(place), task);
      if (claim != null) {
        try {
          return Part.open(storage, data(place), claim);
        } catch (IOException | RuntimeException e) {
          claim.release(false);
          throw e;
        }
      }
    }
    return null;
  }

  /** Deletes what dead processes left: the file is there. */
  void clean() throws IOException {
    for (int place = 0; place < PLACES; place++) {
      if (Files.exists(state(place))) {
        Claim claim = Claim.tryFor(storage, state(place), task);
        if (claim != null) {
          Files.deleteIfExists(data(place));
          claim.release(true);
        }
      }
    }
  }

  private Path data(int place) {
    return folder.resolve("." + stem + "." + place + ".part");
  }

  private Path state(int place) {
    return folder.resolve("." + stem + "." + place + ".part-state");
  }
}
