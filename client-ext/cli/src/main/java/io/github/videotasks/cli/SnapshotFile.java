package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  /** Far above the snapshots of the waits that one client can hold. */
  private static final long MAX_BYTES = 100_000_000;

  private final @Nullable Path path;
  private final Map<TaskId, WaitSnapshot> stored;
  private final boolean isOffered;
  private String content;

  private SnapshotFile(@Nullable Path path, Map<TaskId, WaitSnapshot> stored, boolean isOffered) {
    this.path = path;
    this.isOffered = isOffered;
    this.stored = stored;
    this.content = format(stored.values());
  }

  /**
   * Reads the file.
   *
   * @param path the file, which need not exist; null to store nothing
   * @throws IllegalArgumentException if it is not a file, or a line is not a snapshot; the message
   *     contains file and line
   * @throws IOException if the file cannot be read
   */
  static SnapshotFile read(@Nullable Path path) throws IOException {
    Map<TaskId, WaitSnapshot> snapshots = new LinkedHashMap<>();
    if (path != null && Files.exists(path)) {
      List<String> lines = lines(path);
      for (int i = 0; i < lines.size(); i++) {
        WaitSnapshot snapshot = parse(path, i + 1, lines.get(i));
        snapshots.put(snapshot.id(), snapshot);
      }
    }
    return new SnapshotFile(path, snapshots, path == null);
  }

  /** Returns a file that stores nothing, for a command without the option. */
  static SnapshotFile none() {
    return new SnapshotFile(null, Map.of(), false);
  }

  private static List<String> lines(Path path) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
      throw new IllegalArgumentException(
          "--resume: expected a file of at most %d MB, found something else at %s"
              .formatted(MAX_BYTES / 1_000_000, path));
    }
    // Other bytes than UTF-8 become characters that no snapshot has.
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
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

  /**
   * The new content is written to a file with a random name, readable by its owner only: in a
   * folder that others write to, a name that they know could be a link to another file.
   */
  private static void replace(Path path, String text) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path temporary =
        Files.createTempFile(absolute.resolveSibling(""), absolute.getFileName() + ".", ".new");
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static String format(Collection<WaitSnapshot> snapshots) {
    return snapshots.stream().map(each -> each.toJson() + "\n").collect(Collectors.joining());
  }

  /** Returns whether the file contains a wait now. */
  boolean hasWaits() {
    return path != null && !content.isEmpty();
  }

  /** Returns how to continue the stored waits. */
  String continueMessage() {
    return "continue with --resume " + path;
  }

  /** Returns what a user reads after Ctrl-C. */
  String interruptedMessage() {
    return hasWaits()
        ? "interrupted; " + continueMessage()
        : "interrupted; the gateway continues the task. Run the command again to wait for it"
            + (isOffered ? ", with --resume FILE to keep deadline and polls" : "");
  }
}
