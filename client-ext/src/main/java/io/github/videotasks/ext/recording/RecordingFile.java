package io.github.videotasks.ext.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that never exceeds a size. It is opened with the first line, appended to, and
 * readable by its owner only. Used by one thread.
 */
final class RecordingFile {

  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

  private final Path path;
  private final long limit;
  private @Nullable SeekableByteChannel channel;

  /** Whether the end of the file may be a part of a line. */
  private boolean afterPart;

  RecordingFile(Path path, long limit) {
    this.path = path;
    this.limit = limit;
  }

  /**
   * Appends a line.
   *
   * @param reserved the bytes that must be left
   * @return false if the file would exceed its size
   * @throws IOException if the file cannot be written
   */
  boolean append(String line, int reserved) throws IOException {
    SeekableByteChannel file = open();
    String text = (afterPart ? "\n" : "") + line + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    if (file.size() + bytes.remaining() > limit - reserved) {
      return false;
    }
    afterPart = true;
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    afterPart = false;
    return true;
  }

  private SeekableByteChannel open() throws IOException {
    SeekableByteChannel open = channel;
    if (open == null) {
      open = create();
      afterPart = open.size() > 0;
      channel = open;
    }
    return open;
  }

  private SeekableByteChannel create() throws IOException {
    try {
      return Files.newByteChannel(
          path,
          OPTIONS,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      // A file system without POSIX permissions.
      return Files.newByteChannel(path, OPTIONS);
    }
  }

  boolean isOpen() {
    return channel != null;
  }

  void close() throws IOException {
    SeekableByteChannel open = channel;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
