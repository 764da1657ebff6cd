package io.github.videotasks.ext.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks of this process on files. On POSIX systems, closing any channel to a file releases all
 * locks of the process on it, also those of other channels. A channel to a file that another part
 * of this process has locked is therefore kept open until that lock is released.
 */
final class ProcessFileLocks {

  /** Beyond all content: on systems with mandatory locks the content must stay readable. */
  private static final long LOCK_OFFSET = Long.MAX_VALUE - 1;

  private static final Map<Path, FileChannel> OPEN_CHANNELS = new ConcurrentHashMap<>();

  private ProcessFileLocks() {}

  /**
   * Returns whether another part of this process has locked the file when it was opened last, and
   * still holds the lock.
   */
  static boolean isLockedByThisProcess(Path file) throws IOException {
    FileChannel channel = OPEN_CHANNELS.get(file);
    if (channel == null) {
      return false;
    }
    try {
      // Without an exception no channel of this process has a lock on the file, so it may be
      // closed.
      channel.tryLock(LOCK_OFFSET, 1, false);
    } catch (OverlappingFileLockException e) {
      return true;
    }
    OPEN_CHANNELS.remove(file);
    channel.close();
    return false;
  }

  /** The result of {@link #tryLock}. */
  enum LockResult {
    LOCKED,
    /** Another process has the lock; the caller closes its channel. */
    LOCKED_ELSEWHERE,
    /** This process has the lock; the caller must not close its channel. */
    LOCKED_BY_THIS_PROCESS
  }

  /**
   * Tries to lock a file until its channel is closed.
   *
   * @param file the path of the file
   * @param channel an open channel to the file
   */
  static LockResult tryLock(Path file, FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCK_OFFSET, 1, false) == null
          ? LockResult.LOCKED_ELSEWHERE
          : LockResult.LOCKED;
    } catch (OverlappingFileLockException e) {
      OPEN_CHANNELS.put(file, channel);
      return LockResult.LOCKED_BY_THIS_PROCESS;
    } catch (IOException e) {
      // Some network file systems do not support locks. Without a lock two processes would write
      // to the same partial file.
      throw new IOException(e.getMessage() + " (choose a folder on a local disk)", e);
    }
  }
}
