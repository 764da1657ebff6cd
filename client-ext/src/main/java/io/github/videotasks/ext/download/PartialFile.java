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
 * A file that grows beside its target. Used by one thread at a time; only {@link #position} and
 * {@link #totalBytes} may be asked by others.
 */
final class PartialFile {

  /** What is written between two moments at which it is forced to the disk. */
  private static final long CHECKPOINT_BYTES = 8L << 20;

  private final Storage storage;
  private final Path path;
  private final PartialFileLock lock;
  private final FileChannel channel;
  private MessageDigest digest = Digests.newSha256();
  private volatile long position;
  private long resumedFrom;
  private boolean finished;

  private PartialFile(Storage storage, Path file, PartialFileLock claim, FileChannel channel) {
    this.storage = storage;
    this.path = file;
    this.lock = claim;
    this.channel = channel;
  }

  /** Takes up what lies there, if the claim knows it, or begins a new file. */
  static PartialFile open(Storage storage, Path file, PartialFileLock claim) throws IOException {
    PartialFileState state = claim.state();
    boolean usable =
        state.isResumable()
            && Files.isRegularFile(file, NOFOLLOW_LINKS)
            && Files.size(file) >= state.syncedBytes();
    if (!usable) {
      Files.deleteIfExists(file);
      FileChannel channel = storage.open(file, Set.of(CREATE_NEW, READ, WRITE));
      return new PartialFile(storage, file, claim, channel);
    }
    FileChannel channel = storage.open(file, Set.of(READ, WRITE, NOFOLLOW_LINKS));
    try {
      PartialFile part = new PartialFile(storage, file, claim, channel);
      part.resume(state.syncedBytes());
      return part;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void resume(long safe) throws IOException {
    channel.truncate(safe);
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long at = 0;
    while (at < safe) {
      buffer.clear();
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new IOException("the part has become shorter");
      }
      digest.update(buffer.array(), 0, read);
      at += read;
    }
    position = safe;
    resumedFrom = safe;
  }

  /** How many bytes there are. */
  long position() {
    return position;
  }

  /** The length of the whole file; null if not known. */
  @Nullable Long totalBytes() {
    return lock.state().totalBytes();
  }

  @Nullable String validator() {
    return lock.state().validator();
  }

  /** How many bytes an earlier download left; 0 once they turned out to be of no use. */
  long resumedFrom() {
    return resumedFrom;
  }

  String sha256() throws StorageException {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new StorageException("keep the digest", new IOException(e));
    }
  }

  /** Begins at the first byte, for another or a changed file. */
  void restart(@Nullable String validator, @Nullable Long total) throws StorageException {
    try {
      channel.truncate(0);
      digest = Digests.newSha256();
      position = 0;
      resumedFrom = 0;
      PartialFileState state = lock.state();
      lock.save(new PartialFileState(state.owner(), state.fileKey(), validator, total, 0));
    } catch (IOException e) {
      throw new StorageException("begin the file", e);
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
      throw new StorageException("write the file", e);
    }
  }

  /** The bytes at a place, fewer at the end. */
  byte[] read(long at, int count) throws StorageException {
    try {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, Math.max(0, position - at)));
      int read = 0;
      while (read >= 0 && buffer.hasRemaining()) {
        read = channel.read(buffer, at + buffer.position());
      }
      return buffer.array();
    } catch (IOException e) {
      throw new StorageException("read the file", e);
    }
  }

  /** First the bytes, then the word that they are there. */
  private void checkpoint() throws IOException {
    channel.force(false);
    lock.save(lock.state().withSyncedBytes(position));
  }

  /** Gives the whole file its name. Nothing of the part is left. */
  void finish(Path target) throws StorageException {
    try {
      channel.force(true);
      // Before the move: some systems do not rename an open file.
      channel.close();
      storage.move(path, target);
    } catch (IOException e) {
      throw new StorageException("give the file its name", e);
    }
    finished = true;
    try {
      lock.release(true);
    } catch (IOException e) {
      // The file stands; a small file that stays behind is cleaned by the next download.
      return;
    }
  }

  /** Whether it has got its name; then there is nothing to let go. */
  boolean isFinished() {
    return finished;
  }

  /**
   * Lets go.
   *
   * @param keep whether it may be taken up later
   */
  void close(boolean keep) throws IOException {
    boolean kept = keep && position > 0 && lock.state().validator() != null;
    try {
      if (kept) {
        if (channel.isOpen()) {
          channel.force(false);
        }
        lock.save(lock.state().withSyncedBytes(position));
      }
      channel.close();
      if (!kept) {
        Files.deleteIfExists(path);
      }
    } finally {
      lock.release(!kept);
    }
  }
}
