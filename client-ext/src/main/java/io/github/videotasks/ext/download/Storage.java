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

/** File operations of a download that can fail. Tests replace it with a full disk. */
interface Storage {

  FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException;

  /** Moves a complete file to its target name, atomically if possible. */
  void move(Path from, Path to) throws IOException;

  /** The real disk. */
  Storage DISK = new Disk(Disk::moveAtomically);

  /** Moves a file. */
  @FunctionalInterface
  interface Move {
    void run(Path from, Path to) throws IOException;
  }

  /** Files in the file system of their path. */
  class Disk implements Storage {

    private final Move atomicMove;

    Disk(Move atomicMove) {
      this.atomicMove = atomicMove;
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
        // Source and target are in the same folder, so this is still a rename where the file
        // system supports it; but an existing target may be missing for a moment.
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
      Path folder = to.toAbsolutePath().getParent();
      if (folder != null) {
        syncDirectory(folder);
      }
    }

    /** Syncs the folder, so that the new name survives a power failure. */
    private static void syncDirectory(Path folder) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException e) {
        // Not every system can open a folder. The content is synced anyway, and the file system
        // writes the name later.
        return;
      }
    }
  }
}
