package io.github.videotasks.ext.download;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sole right to a part, among all processes: a lock on the small file that describes it. The
 * lock goes with its process, however that ends, so what a dead one leaves can be claimed.
 */
final class Claim {

  /** Locks are the process's on some systems, not the channel's: within it this tells. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final int MAX_STATE = 8192;

  /** Behind all content: where locks are mandatory, reading must still be possible. */
  private static final long LOCKED_AT = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;

  /**
   * A second way to the same file. It stays open because on some systems closing any way to a file
   * gives up all locks of the process on it.
   */
  private final FileChannel again;

  private PartState state;

  private Claim(Path file, FileChannel channel, FileChannel again, PartState state) {
    this.file = file;
    this.channel = channel;
    this.again = again;
    this.state = state;
  }

  /**
   * Claims a part.
   *
   * @param file the small file; made if there is none
   * @return null if somebody else has it, or if it is no file of ours
   */
  static @Nullable Claim tryFor(Storage storage, Path file, String task) throws IOException {
    if (!HELD.add(file)) {
      return null;
    }
    Claim claim = null;
    try {
      claim = lock(storage, file, task);
      return claim;
    } finally {
      if (claim == null) {
        HELD.remove(file);
      }
    }
  }

  private static @Nullable Claim lock(Storage storage, Path file, String task) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      return null;
    }
    FileChannel channel = storage.open(file, Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS));
    FileChannel again = null;
    Claim claim = null;
    try {
      if (!isLocked(channel)) {
        return null;
      }
      PartState found = PartState.decoded(content(channel));
      String owner = UUID.randomUUID().toString();
      PartState state =
          found == null || !found.task().equals(task)
              ? PartState.fresh(owner, task)
              : found.withOwner(owner);
      write(channel, state);
      // Its last owner may have deleted the file between our opening and our lock, and somebody
      // else may have made a new one: then the path leads elsewhere, and the lock is worth nothing.
      again = reopened(storage, file);
      if (again == null) {
        return null;
      }
      PartState there = PartState.decoded(content(again));
      if (there != null && there.owner().equals(owner)) {
        claim = new Claim(file, channel, again, state);
      }
      return claim;
    } catch (IOException e) {
      if (channel.size() == 0) {
        Files.deleteIfExists(file);
      }
      throw e;
    } finally {
      if (claim == null) {
        channel.close();
        if (again != null) {
          again.close();
        }
      }
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_AT, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Some network file systems. Without a lock two processes would write into one part.
      throw new IOException(e.getMessage() + "; choose a folder on a local disk", e);
    }
  }

  private static @Nullable FileChannel reopened(Storage storage, Path file) throws IOException {
    try {
      return storage.open(file, Set.of(READ, NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static byte[] content(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_STATE);
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = channel.read(buffer, buffer.position());
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  private static void write(FileChannel channel, PartState state) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(state.encoded());
    while (bytes.hasRemaining()) {
      channel.write(bytes, bytes.position());
    }
    channel.truncate(bytes.limit());
  }

  PartState state() {
    return state;
  }

  /** Keeps what is known, on the disk. */
  void save(PartState value) throws IOException {
    write(channel, value);
    channel.force(false);
    state = value;
  }

  /** Ends the claim. */
  void release(boolean delete) throws IOException {
    try (channel;
        again) {
      if (delete) {
        Files.deleteIfExists(file);
      }
    } finally {
      HELD.remove(file);
    }
  }
}
