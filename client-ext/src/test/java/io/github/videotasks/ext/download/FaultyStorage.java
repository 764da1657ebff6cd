package io.github.videotasks.ext.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Storage that fails: a disk that is full after a number of bytes, one without file locks, or one
 * that does not sync. Counts the open files.
 */
final class FaultyStorage implements Storage {

  private final long capacity;
  private final boolean supportsLocks;
  private final boolean syncs;
  private final AtomicInteger openFiles = new AtomicInteger();

  private FaultyStorage(long capacity, boolean supportsLocks, boolean syncs) {
    this.capacity = capacity;
    this.supportsLocks = supportsLocks;
    this.syncs = syncs;
  }

  static FaultyStorage full(long capacity) {
    return new FaultyStorage(capacity, true, true);
  }

  static FaultyStorage withoutLocks() {
    return new FaultyStorage(Long.MAX_VALUE, false, true);
  }

  /** Returns a storage for tests with many files, where a sync costs more than everything else. */
  static FaultyStorage withoutSync() {
    return new FaultyStorage(Long.MAX_VALUE, true, false);
  }

  /** Returns the number of open files. */
  int openFiles() {
    return openFiles.get();
  }

  @Override
  public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    FileChannel channel = FileChannel.open(file, options);
    openFiles.incrementAndGet();
    return new LimitedChannel(channel);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (syncs) {
      DISK.move(from, to);
    } else {
      Disk.moveAtomically(from, to);
    }
  }

  /** A channel that throws if a write exceeds the capacity. */
  private final class LimitedChannel extends FileChannel {

    private final FileChannel delegate;

    LimitedChannel(FileChannel delegate) {
      this.delegate = delegate;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      if (position + source.remaining() > capacity) {
        throw new IOException("No space left on device");
      }
      return delegate.write(source, position);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return delegate.read(target, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      delegate.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (syncs) {
        delegate.force(metaData);
      }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      if (!supportsLocks) {
        throw new IOException("No locks available");
      }
      return delegate.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      openFiles.decrementAndGet();
      delegate.close();
    }

    @Override
    public long size() throws IOException {
      return delegate.size();
    }

    @Override
    public int read(ByteBuffer target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }
  }
}
