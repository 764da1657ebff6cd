package io.github.videotasks.ext.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The steps of a download that a disk can refuse. Replaced in tests by a disk that is full. */
interface Storage {

  FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException;

  /** Gives a whole file its name, in one step. */
  void move(Path from, Path to) throws IOException;

  /** The real disk. */
  Storage DISK = new Disk(Disk::moveAtomically);

  /** A step that gives a file another name. */
  @FunctionalInterface
  interface Move {
    void run(Path from, Path to) throws IOException;
  }

  /** Files of whatever file system their path belongs to. */
  class Disk implements Storage {

    private final Move atomicMove;

    Disk(Move atomic) {
      this.atomicMove = atomic;
    }

    static void moveAtomically(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
      return FileChannel.open(file, options);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      try {
        atomicMove.run(from, to);
      } catch (AtomicMoveNotSupportedException e) {
        // The folder is the same, so this is a renaming wherever there is one; what is lost is
        // only that a file which stood there before may be gone for a moment.
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
      Path folder = to.toAbsolutePath().getParent();
      if (folder != null) {
        syncDirectory(folder);
      }
    }

    /** Makes the new name survive a loss of power. Not every system can open a folder. */
    private static void syncDirectory(Path folder) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException e) {
        // Then its file system decides when the name is on the disk; the content is.
        return;
      }
    }
  }
}
