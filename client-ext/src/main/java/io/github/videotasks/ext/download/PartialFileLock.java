package io.github.videotasks.ext.download;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive ownership of a partial file across processes, held as a lock on its state file. The
 * operating system releases the lock when the process exits, so files left by a crash can be
 * reused.
 */
final class PartialFileLock {

  /**
   * State files locked by this process, by whatever copy of the library: locks do not exclude other
   * channels of the same process, and on some systems opening and closing one releases the lock.
   */
  private static final JvmWideSet LOCKED_FILES =
      new JvmWideSet("io.github.videotasks.download.locked.");

  private static final int MAX_STATE_BYTES = 8192;

  private final Path stateFile;
  private final FileChannel channel;

  /**
   * A second channel to the same file. It stays open because on some systems closing any channel to
   * a file releases all locks of the process on it.
   */
  private final FileChannel secondChannel;

  private final FileIdentity identity;
  private PartialFileState state;

  private PartialFileLock(
      Path stateFile, FileChannel channel, FileChannel secondChannel, PartialFileState state)
      throws IOException {
    this.stateFile = stateFile;
    this.channel = channel;
    this.secondChannel = secondChannel;
    this.state = state;
    identity = FileIdentity.of(stateFile);
  }

  /**
   * Tries to lock a partial file.
   *
   * @param stateFile the state file; created if it does not exist
   * @param fileKey the key of the file to download; a state with another key is discarded
   * @return null if another download holds the lock, or if the path is not a regular file
   */
  static @Nullable PartialFileLock tryAcquire(Storage storage, Path stateFile, String fileKey)
      throws IOException {
    if (!LOCKED_FILES.add(stateFile.toString())) {
      return null;
    }
    PartialFileLock lock = null;
    try {
      lock = acquire(storage, stateFile, fileKey);
      return lock;
    } finally {
      if (lock == null) {
        LOCKED_FILES.remove(stateFile.toString());
      }
    }
  }

  private static @Nullable PartialFileLock acquire(Storage storage, Path stateFile, String fileKey)
      throws IOException {
    if (Files.exists(stateFile, NOFOLLOW_LINKS)
        && !Files.isRegularFile(stateFile, NOFOLLOW_LINKS)) {
      return null;
    }
    if (ProcessFileLocks.isLockedByThisProcess(stateFile)) {
      return null;
    }
    FileChannel channel = storage.open(stateFile, Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS));
    FileChannel secondChannel = null;
    PartialFileLock lock = null;
    boolean closeable = true;
    try {
      ProcessFileLocks.LockResult result = ProcessFileLocks.tryLock(stateFile, channel);
      closeable = result != ProcessFileLocks.LockResult.LOCKED_BY_THIS_PROCESS;
      if (result != ProcessFileLocks.LockResult.LOCKED) {
        return null;
      }
      PartialFileState previous = PartialFileState.decode(readContent(channel));
      String owner = UUID.randomUUID().toString();
      PartialFileState state =
          previous == null || !previous.fileKey().equals(fileKey)
              ? PartialFileState.initial(owner, fileKey)
              : previous.withOwner(owner);
      write(channel, state);
      // Race: between open and lock the previous owner may have deleted the file, and another
      // download may have created a new one at the same path. Our lock is then on the deleted file
      // and protects nothing, so reopen the path and check that it has our owner id.
      secondChannel = reopen(storage, stateFile);
      if (secondChannel == null) {
        return null;
      }
      PartialFileState current = PartialFileState.decode(readContent(secondChannel));
      if (current != null && current.owner().equals(owner)) {
        lock = new PartialFileLock(stateFile, channel, secondChannel, state);
      }
      return lock;
    } catch (IOException e) {
      if (channel.size() == 0) {
        Files.deleteIfExists(stateFile);
      }
      throw e;
    } finally {
      if (lock == null && closeable) {
        channel.close();
        if (secondChannel != null) {
          secondChannel.close();
        }
      }
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

  /**
   * Returns whether the state file at the path still has the owner id of this lock. The system
   * drops a lock without notice if any other code of this process opens and closes the state file;
   * another process can then own the partial file.
   */
  boolean isOwner() throws IOException {
    PartialFileState current = PartialFileState.decode(readContent(channel));
    return identity.matches(stateFile) && current != null && current.owner().equals(state.owner());
  }

  /**
   * Writes the state to the disk.
   *
   * @throws IOException if another process owns the partial file now
   */
  void save(PartialFileState value) throws IOException {
    if (!isOwner()) {
      throw new IOException(
          "another process owns the partial file; do not open its state file " + stateFile);
    }
    write(channel, value);
    channel.force(false);
    state = value;
  }

  /**
   * Releases the lock.
   *
   * @param delete true to delete the state file, unless another process owns it now
   */
  void release(boolean delete) throws IOException {
    try (channel;
        secondChannel) {
      if (delete && isOwner()) {
        Files.deleteIfExists(stateFile);
      }
    } finally {
      LOCKED_FILES.remove(stateFile.toString());
    }
  }
}
