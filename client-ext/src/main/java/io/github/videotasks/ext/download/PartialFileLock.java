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
final class PartialFileLock {

  /** Locks are the process's on some systems, not the channel's: within it this tells. */
  private static final Set<Path> LOCKED_FILES = ConcurrentHashMap.newKeySet();

  private static final int MAX_STATE_BYTES = 8192;

  /** Behind all content: where locks are mandatory, reading must still be possible. */
  private static final long LOCK_OFFSET = Long.MAX_VALUE - 1;

  private final Path stateFile;
  private final FileChannel channel;

  /**
   * A second way to the same file. It stays open because on some systems closing any way to a file
   * gives up all locks of the process on it.
   */
  private final FileChannel secondChannel;

  private PartialFileState state;

  private PartialFileLock(
      Path file, FileChannel channel, FileChannel again, PartialFileState state) {
    this.stateFile = file;
    this.channel = channel;
    this.secondChannel = again;
    this.state = state;
  }

  /**
   * Claims a part.
   *
   * @param file the small file; made if there is none
   * @return null if somebody else has it, or if it is no file of ours
   */
  static @Nullable PartialFileLock tryAcquire(Storage storage, Path file, String task)
      throws IOException {
    if (!LOCKED_FILES.add(file)) {
      return null;
    }
    PartialFileLock claim = null;
    try {
      claim = acquire(storage, file, task);
      return claim;
    } finally {
      if (claim == null) {
        LOCKED_FILES.remove(file);
      }
    }
  }

  private static @Nullable PartialFileLock acquire(Storage storage, Path file, String task)
      throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      return null;
    }
    FileChannel channel = storage.open(file, Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS));
    FileChannel again = null;
    PartialFileLock claim = null;
    try {
      if (!tryLock(channel)) {
        return null;
      }
      PartialFileState found = PartialFileState.decode(readContent(channel));
      String owner = UUID.randomUUID().toString();
      PartialFileState state =
          found == null || !found.fileKey().equals(task)
              ? PartialFileState.initial(owner, task)
              : found.withOwner(owner);
      write(channel, state);
      // Its last owner may have deleted the file between our opening and our lock, and somebody
      // else may have made a new one: then the path leads elsewhere, and the lock is worth nothing.
      again = reopen(storage, file);
      if (again == null) {
        return null;
      }
      PartialFileState there = PartialFileState.decode(readContent(again));
      if (there != null && there.owner().equals(owner)) {
        claim = new PartialFileLock(file, channel, again, state);
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

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCK_OFFSET, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Some network file systems. Without a lock two processes would write into one part.
      throw new IOException(e.getMessage() + "; choose a folder on a local disk", e);
    }
  }

  private static @Nullable FileChannel reopen(Storage storage, Path file) throws IOException {
    try {
      return storage.open(file, Set.of(READ, NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static byte[] readContent(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_STATE_BYTES);
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = channel.read(buffer, buffer.position());
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  private static void write(FileChannel channel, PartialFileState state) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(state.encode());
    while (bytes.hasRemaining()) {
      channel.write(bytes, bytes.position());
    }
    channel.truncate(bytes.limit());
  }

  PartialFileState state() {
    return state;
  }

  /** Keeps what is known, on the disk. */
  void save(PartialFileState value) throws IOException {
    write(channel, value);
    channel.force(false);
    state = value;
  }

  /** Ends the claim. */
  void release(boolean delete) throws IOException {
    try (channel;
        secondChannel) {
      if (delete) {
        Files.deleteIfExists(stateFile);
      }
    } finally {
      LOCKED_FILES.remove(stateFile);
    }
  }
}
