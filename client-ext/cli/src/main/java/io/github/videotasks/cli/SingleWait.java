package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wait for one task, new or continued.
 *
 * @param file the file of {@code --resume}
 * @param snapshot the wait to continue; null for a new one
 * @param progress what is known about the wait
 */
record SingleWait(SnapshotFile file, @Nullable WaitSnapshot snapshot, WaitProgress progress) {
  /**
   * Returns the wait that the arguments name.
   *
   * @param id the task; null to take it from the file
   * @param resume the file of {@code --resume}; null without it
   * @throws IllegalArgumentException if the arguments contradict each other
   * @throws IOException if the file cannot be read
   */
  static SingleWait of(@Nullable String id, @Nullable Path resume, InstantSource clock)
      throws IOException {
    SnapshotFile file = SnapshotFile.read(resume);
    List<WaitSnapshot> stored = file.snapshots();
    if (stored.isEmpty()) {
      if (id == null) {
        throw new IllegalArgumentException(
            "ID: expected the id of a task, or --resume with a file of an interrupted wait, found"
                + " neither");
      }
      return new SingleWait(file, null, new WaitProgress(new TaskId(id), clock.instant(), clock));
    }
    WaitSnapshot only = stored.get(0);
    if (stored.size() > 1 || (id != null && !only.id().value().equals(id))) {
      throw new IllegalArgumentException(
          "--resume: expected one wait%s in %s, found %s. Pass the file of this wait, or use watch"
              .formatted(
                  id == null ? "" : " for " + id,
                  resume,
                  stored.size() > 1 ? stored.size() + " waits" : "one for " + only.id()));
    }
    return new SingleWait(file, only, WaitProgress.resumed(only, clock));
  }

  /** Returns a new wait whose state is not stored. */
  static SingleWait ofNew(TaskId id, InstantSource clock) {
    return new SingleWait(SnapshotFile.none(), null, new WaitProgress(id, clock.instant(), clock));
  }

  String id() {
    return progress.view().id().value();
  }
}
