package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code --resume}: a line for each open wait, the library's snapshot. It is replaced
 * as a whole, so that a crash leaves the file before or after a poll.
 */
final class SnapshotFile {
  private final @Nullable Path path;
  private final Map<TaskId, WaitSnapshot> stored;
  private String content;

  private SnapshotFile(@Nullable Path path, Map<TaskId, WaitSnapshot> stored) {
    this.path = path;
    this.stored = stored;
    this.content = format(stored.values());
  }

  /**
   * Reads the file.
   *
   * @param path the file, which need not exist; null to store nothing
   * @throws IllegalArgumentException if a line is not a snapshot; the message contains file and
   *     line
   * @throws IOException if the file cannot be read
   */
  static SnapshotFile read(@Nullable Path path) throws IOException {
    Map<TaskId, WaitSnapshot> snapshots = new LinkedHashMap<>();
    if (path != null && Files.exists(path)) {
      List<String> lines = Files.readAllLines(path);
      for (int i = 0; i < lines.size(); i++) {
        WaitSnapshot snapshot = parse(path, i + 1, lines.get(i));
        snapshots.put(snapshot.id(), snapshot);
      }
    }
    return new SnapshotFile(path, snapshots);
  }

  /** Returns a file that stores nothing. */
  static SnapshotFile none() {
    return new SnapshotFile(null, Map.of());
  }

  private static WaitSnapshot parse(Path path, int line, String json) {
    try {
      return WaitSnapshot.parse(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--resume: %s:%d: %s. Pass a file that this command has written, or one that does not exist"
              .formatted(path, line, e.getMessage()),
          e);
    }
  }

  /** Returns the waits to continue, as the file had them at the start. */
  List<WaitSnapshot> snapshots() {
    return new ArrayList<>(stored.values());
  }

  /**
   * Stores the state of the open waits; deletes the file if there are none.
   *
   * @param open the open waits
   * @throws IOException if the file cannot be written
   */
  void store(Collection<WaitProgress> open) throws IOException {
    if (path == null) {
      return;
    }
    List<WaitSnapshot> snapshots = new ArrayList<>();
    for (WaitProgress each : open) {
      WaitSnapshot snapshot = each.snapshot();
      if (snapshot != null) {
        snapshots.add(snapshot);
      }
    }
    String updated = format(snapshots);
    if (updated.equals(content)) {
      return;
    }
    if (updated.isEmpty()) {
      Files.deleteIfExists(path);
    } else {
      replace(path, updated);
    }
    content = updated;
  }

  private static void replace(Path path, String text) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path temporary = absolute.resolveSibling(absolute.getFileName() + ".new");
    Files.writeString(temporary, text);
    Files.move(
        temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String format(Collection<WaitSnapshot> snapshots) {
    return snapshots.stream().map(each -> each.toJson() + "\n").collect(Collectors.joining());
  }

  /** Returns what a user reads after Ctrl-C. */
  String interruptedMessage() {
    return path == null
        ? "interrupted; the gateway continues the task. Run the command again to wait for it, with"
            + " --resume FILE to keep deadline and polls"
        : "interrupted; continue with --resume " + path;
  }
}
