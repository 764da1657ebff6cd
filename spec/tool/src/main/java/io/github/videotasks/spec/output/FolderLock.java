package io.github.videotasks.spec.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive right to change a folder, among all threads and processes. It is a lock of the
 * operating system on a file, so the end of a process releases it, however it ends.
 */
final class FolderLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  /**
   * The lock files that this JVM has open. POSIX releases a lock as soon as the process closes any
   * handle of the file, so a second thread must not open a file that is locked here.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path key;
  private final FileChannel channel;

  private FolderLock(Path file, Path key, FileChannel channel) {
    this.file = file;
    this.key = key;
    this.channel = channel;
  }

  /**
   * Acquires the lock.
   *
   * @param file the lock file; created with its folder, and deleted when the lock is closed
   * @param patience how long to wait for another process
   * @return the lock; null when another process or thread still holds it
   */
  static @Nullable FolderLock acquire(Path file, Duration patience) throws IOException {
    long start = System.nanoTime();
    while (true) {
      FolderLock lock = tryAcquire(file);
      if (lock != null || System.nanoTime() - start >= patience.toNanos()) {
        return lock;
      }
      pause();
    }
  }

  private static @Nullable FolderLock tryAcquire(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path key = folder.toRealPath().resolve(file.getFileName());
    if (!HELD.add(key)) {
      return null;
    }
    FileChannel channel = null;
    try {
      channel = lockCurrentFile(file);
      return channel == null ? null : new FolderLock(file, key, channel);
    } catch (NoSuchFileException | AccessDeniedException e) {
      if (!Files.exists(folder) || Files.isWritable(folder)) {
        // The holder deleted the file or its folder in between; on Windows the deletion is pending.
        return null;
      }
      throw e;
    } finally {
      if (channel == null) {
        HELD.remove(key);
      }
    }
  }

  /**
   * Opens and locks the file. A holder deletes the file before it releases the lock; so the lock
   * counts only if the path still leads to the locked file. Null when it does not, or when another
   * process holds the lock.
   */
  private static @Nullable FileChannel lockCurrentFile(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // Left by a process that was killed, or in use.
    }
    Object before = fileKey(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    boolean locked = false;
    try {
      locked =
          Objects.equals(before, fileKey(file))
              && channel.tryLock() != null
              && Objects.equals(before, fileKey(file));
      return locked ? channel : null;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /** Returns the identity of a file; null on file systems without one. */
  private static @Nullable Object fileKey(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for another process", e);
    }
  }

  /** Deletes the lock file and its folder, if that is empty, and releases the lock. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
      TransactionFiles.deleteIfEmpty(Objects.requireNonNull(file.getParent()));
    } finally {
      HELD.remove(key);
    }
  }
}
