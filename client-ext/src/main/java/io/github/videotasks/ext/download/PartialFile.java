package io.github.videotasks.ext.download;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partial file, written beside its target. Used by one thread at a time; only {@link #position}
 * and {@link #totalBytes} may be called by other threads.
 */
final class PartialFile {

  /** Number of bytes after which the file is synced to the disk and its state is saved. */
  private static final long CHECKPOINT_BYTES = 8L << 20;

  private final Storage storage;
  private final Path path;
  private final PartialFileLock lock;
  private final FileChannel channel;
  private final FileIdentity identity;
  private MessageDigest digest = Digests.newSha256();
  private volatile long position;
  private long resumedFrom;
  private boolean finished;

  private PartialFile(Storage storage, Path path, PartialFileLock lock, FileChannel channel)
      throws IOException {
    this.storage = storage;
    this.path = path;
    this.lock = lock;
    this.channel = channel;
    identity = FileIdentity.of(path);
  }

  /** Resumes the existing file if its state allows it, or else creates a new file. */
  static PartialFile open(Storage storage, Path path, PartialFileLock lock) throws IOException {
    PartialFileState state = lock.state();
    boolean usable =
        state.isResumable()
            && Files.isRegularFile(path, NOFOLLOW_LINKS)
            && Files.size(path) >= state.syncedBytes();
    if (!usable) {
      Files.deleteIfExists(path);
    }
    FileChannel channel =
        storage.open(
            path, usable ? Set.of(READ, WRITE, NOFOLLOW_LINKS) : Set.of(CREATE_NEW, READ, WRITE));
    try {
      PartialFile file = new PartialFile(storage, path, lock, channel);
      if (usable) {
        file.resume(state.syncedBytes());
      }
      return file;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void resume(long syncedBytes) throws IOException {
    channel.truncate(syncedBytes);
    digest = digestOfContent(syncedBytes);
    position = syncedBytes;
    resumedFrom = syncedBytes;
  }

  private MessageDigest digestOfContent(long length) throws IOException {
    MessageDigest content = Digests.newSha256();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long offset = 0;
    while (offset < length) {
      buffer.clear();
      int read = channel.read(buffer, offset);
      if (read < 0) {
        throw new IOException("the partial file was truncated by another process");
      }
      content.update(buffer.array(), 0, (int) Math.min(read, length - offset));
      offset += read;
    }
    return content;
  }

  /** Returns the number of bytes written so far. */
  long position() {
    return position;
  }

  /** Returns the length of the whole file in bytes; null if unknown. */
  @Nullable Long totalBytes() {
    return lock.state().totalBytes();
  }

  @Nullable String validator() {
    return lock.state().validator();
  }

  /** Returns the number of bytes left by an earlier download; 0 after {@link #restart}. */
  long resumedFrom() {
    return resumedFrom;
  }

  String sha256() throws StorageException {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new StorageException("copy the digest", new IOException(e));
    }
  }

  /** Truncates the file to zero, for another or a changed file. */
  void restart(@Nullable String validator, @Nullable Long total) throws StorageException {
    try {
      channel.truncate(0);
      digest = Digests.newSha256();
      position = 0;
      resumedFrom = 0;
      PartialFileState state = lock.state();
      lock.save(new PartialFileState(state.owner(), state.fileKey(), validator, total, 0));
    } catch (IOException e) {
      throw new StorageException("truncate the partial file", e);
    }
  }

  void append(byte[] bytes, int count) throws StorageException {
    try {
      long end = position + count;
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
      while (buffer.hasRemaining()) {
        channel.write(buffer, end - buffer.remaining());
      }
      digest.update(bytes, 0, count);
      position = end;
      if (end - lock.state().syncedBytes() >= CHECKPOINT_BYTES) {
        checkpoint();
      }
    } catch (IOException e) {
      throw new StorageException("write the partial file", e);
    }
  }

  /** Returns the bytes at an offset; fewer at the end of the file. */
  byte[] read(long offset, int count) throws StorageException {
    try {
      int available = (int) Math.min(count, Math.max(0, position - offset));
      ByteBuffer buffer = ByteBuffer.allocate(available);
      int read = 0;
      while (read >= 0 && buffer.hasRemaining()) {
        read = channel.read(buffer, offset + buffer.position());
      }
      return buffer.array();
    } catch (IOException e) {
      throw new StorageException("read the partial file", e);
    }
  }

  /** Syncs the bytes before the state that claims they are on the disk. */
  private void checkpoint() throws IOException {
    channel.force(false);
    lock.save(lock.state().withSyncedBytes(position));
  }

  /**
   * Moves the complete file to its target name and deletes the state file.
   *
   * @throws StorageException if the file was changed or replaced by somebody else
   */
  void finish(Path target) throws StorageException {
    try {
      channel.force(true);
      if (!isIntact() || !hasReceivedContent()) {
        throw new IOException(
            ("expected %d bytes of this download in %s, found a file that somebody else has"
                    + " changed; do not change partial files, and download again")
                .formatted(position, path.getFileName()));
      }
      // Before the move: some systems do not rename an open file.
      channel.close();
      storage.move(path, target);
    } catch (IOException e) {
      throw new StorageException("move the file to its target name", e);
    }
    finished = true;
    try {
      lock.release(true);
    } catch (IOException e) {
      // The file is complete; the next download deletes the remaining state file.
      return;
    }
  }

  /** Returns whether the path has this file with the bytes of this download, and no other. */
  private boolean isIntact() throws IOException {
    return lock.isOwner() && identity.matches(path) && Files.size(path) == position;
  }

  /** Reads the file again, because only this detects bytes that somebody else has changed. */
  private boolean hasReceivedContent() throws IOException {
    String content = HexFormat.of().formatHex(digestOfContent(position).digest());
    return content.equals(sha256());
  }

  /** Returns true if the file was moved to its target name; {@link #close} is not needed then. */
  boolean isFinished() {
    return finished;
  }

  /**
   * Closes the file and releases its lock.
   *
   * @param keep true to keep the file for a later download, if it can be resumed
   */
  void close(boolean keep) throws IOException {
    boolean kept = false;
    try {
      boolean owned = lock.isOwner();
      kept = keep && owned && isResumable();
      if (kept) {
        if (channel.isOpen()) {
          channel.force(false);
        }
        lock.save(lock.state().withSyncedBytes(position));
      }
      channel.close();
      if (owned && !kept) {
        Files.deleteIfExists(path);
      }
    } finally {
      channel.close();
      lock.release(!kept);
    }
  }

  /** Returns whether the path has the received bytes; a failed write may have added more. */
  private boolean isResumable() throws IOException {
    return position > 0
        && lock.state().validator() != null
        && identity.matches(path)
        && Files.size(path) >= position;
  }
}
