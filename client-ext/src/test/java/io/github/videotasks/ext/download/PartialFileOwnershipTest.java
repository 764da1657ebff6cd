package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Partial files that somebody else changes, and locks that another part of the process takes. */
class PartialFileOwnershipTest {

  private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private PartialFileSlots slots;
  private Path data;
  private Path state;
  private Path target;

  @BeforeEach
  void createSlots() {
    slots = new PartialFileSlots(Storage.DISK, folder, "a", "a");
    data = folder.resolve(".a.0.part");
    state = folder.resolve(".a.0.part-state");
    target = folder.resolve("a.mp4");
  }

  private PartialFile filledFile() throws IOException {
    PartialFile file = Objects.requireNonNull(slots.acquire());
    file.restart("\"v\"", 10L);
    file.append(TEN, TEN.length);
    return file;
  }

  /** A change of the partial file between its last byte and its move to the target name. */
  private enum FileChange {
    TRUNCATED {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        try (FileChannel channel = FileChannel.open(test.data, StandardOpenOption.WRITE)) {
          channel.truncate(4);
        }
      }
    },
    EXTENDED {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Files.write(test.data, TEN, StandardOpenOption.APPEND);
      }
    },
    OVERWRITTEN {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Files.write(test.data, new byte[TEN.length]);
      }
    },
    REPLACED {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Path other = Files.write(test.folder.resolve("other"), new byte[TEN.length]);
        Files.move(other, test.data, StandardCopyOption.ATOMIC_MOVE);
      }
    },
    DELETED {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Files.delete(test.data);
      }
    },
    SYMBOLIC_LINK {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Files.delete(test.data);
        Files.createSymbolicLink(test.data, Files.write(test.folder.resolve("other"), TEN));
      }
    },
    OWNED_BY_ANOTHER_PROCESS {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Files.write(test.state, PartialFileState.initial("other", "a").encode());
      }
    },
    STATE_DELETED {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Files.delete(test.state);
      }
    },
    STATE_REPLACED {
      @Override
      void apply(PartialFileOwnershipTest test) throws IOException {
        Path copy = Files.copy(test.state, test.folder.resolve("other"));
        Files.move(copy, test.state, StandardCopyOption.ATOMIC_MOVE);
      }
    };

    abstract void apply(PartialFileOwnershipTest test) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(FileChange.class)
  void doesNotMoveChangedFileToTarget(FileChange change) throws IOException {
    PartialFile file = filledFile();
    change.apply(this);
    StorageException error =
        catchThrowableOfType(StorageException.class, () -> file.finish(target));
    assertThat(error)
        .hasMessage("move the file to its target name")
        .hasRootCauseMessage(
            "expected 10 bytes of this download in .a.0.part, found a file that somebody else has"
                + " changed; do not change partial files, and download again");
    assertThat(target).doesNotExist();
    file.close(true);
  }

  @ParameterizedTest
  @EnumSource(
      value = FileChange.class,
      names = {"TRUNCATED", "REPLACED", "DELETED", "SYMBOLIC_LINK"})
  void doesNotKeepChangedFile(FileChange change) throws IOException {
    PartialFile file = filledFile();
    change.apply(this);
    file.close(true);
    assertThat(data).doesNotExist();
    assertThat(state).doesNotExist();
  }

  @Test
  void leavesFilesOfTheNewOwner() throws IOException {
    PartialFile file = filledFile();
    FileChange.OWNED_BY_ANOTHER_PROCESS.apply(this);
    byte[] stateOfOther = Files.readAllBytes(state);
    file.close(false);
    assertThat(data).hasBinaryContent(TEN);
    assertThat(state).hasBinaryContent(stateOfOther);
  }

  @Test
  void doesNotOverwriteStateOfTheNewOwner() throws IOException {
    PartialFile file = filledFile();
    FileChange.OWNED_BY_ANOTHER_PROCESS.apply(this);
    StorageException error =
        catchThrowableOfType(StorageException.class, () -> file.restart(null, null));
    assertThat(error)
        .hasRootCauseMessage(
            "another process owns the partial file; do not open its state file " + state);
    file.close(false);
  }

  @Test
  void skipsSlotLockedByAnotherCopyOfTheLibrary() throws IOException {
    JvmWideSet otherCopy = new JvmWideSet("io.github.videotasks.download.locked.");
    assertThat(otherCopy.add(state.toString())).isTrue();
    PartialFile second = Objects.requireNonNull(slots.acquire());
    assertThat(DownloadFixture.fileNames(folder)).containsExactly(".a.1.part", ".a.1.part-state");
    second.close(false);
    otherCopy.remove(state.toString());
    PartialFile first = Objects.requireNonNull(slots.acquire());
    assertThat(DownloadFixture.fileNames(folder)).containsExactly(".a.0.part", ".a.0.part-state");
    first.close(false);
  }

  @Test
  void releasesSlotForAllCopies() throws IOException {
    Objects.requireNonNull(slots.acquire()).close(false);
    JvmWideSet otherCopy = new JvmWideSet("io.github.videotasks.download.locked.");
    assertThat(otherCopy.add(state.toString())).isTrue();
    otherCopy.remove(state.toString());
  }

  @Test
  void skipsItsOwnLocksWhenSystemPropertiesAreReplaced() throws IOException {
    Properties properties = System.getProperties();
    PartialFile first = Objects.requireNonNull(slots.acquire());
    try {
      Properties copy = (Properties) properties.clone();
      copy.remove("io.github.videotasks.download.locked." + state);
      System.setProperties(copy);
      PartialFile second = Objects.requireNonNull(slots.acquire());
      assertThat(data).exists();
      assertThat(folder.resolve(".a.1.part")).exists();
      second.close(false);
    } finally {
      System.setProperties(properties);
    }
    first.close(false);
  }

  /** An application server loads the library once for each application. */
  @Test
  void skipsSlotLockedThroughAnotherClassLoader() throws Exception {
    URL classes = PartialFileLock.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[] {classes}, platform)) {
      AutoCloseable lock = acquireThrough(application);
      assertThat(PartialFileLock.tryAcquire(Storage.DISK, state, "a")).isNull();
      assertThat(lockInAnotherProcess(state)).isEqualTo("locked");
      lock.close();
      Objects.requireNonNull(PartialFileLock.tryAcquire(Storage.DISK, state, "a")).release(true);
    }
  }

  private AutoCloseable acquireThrough(ClassLoader loader) throws Exception {
    Class<?> storage = loader.loadClass(Storage.class.getName());
    Class<?> lockType = loader.loadClass(PartialFileLock.class.getName());
    assertThat(lockType).isNotSameAs(PartialFileLock.class);
    Method tryAcquire = lockType.getDeclaredMethod("tryAcquire", storage, Path.class, String.class);
    Method release = lockType.getDeclaredMethod("release", boolean.class);
    tryAcquire.setAccessible(true);
    release.setAccessible(true);
    Field disk = storage.getDeclaredField("DISK");
    disk.setAccessible(true);
    Object lock = Objects.requireNonNull(tryAcquire.invoke(null, disk.get(null), state, "a"));
    return () -> release.invoke(lock, true);
  }

  /** Closing a channel to the file would release the lock of the other channel. */
  @Test
  void keepsLockOfAnotherChannelOfThisProcess() throws Exception {
    try (FileChannel other =
        FileChannel.open(state, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      other.lock(Long.MAX_VALUE - 1, 1, false);
      assertThat(PartialFileLock.tryAcquire(Storage.DISK, state, "a")).isNull();
      assertThat(PartialFileLock.tryAcquire(Storage.DISK, state, "a")).isNull();
      assertThat(lockInAnotherProcess(state)).isEqualTo("locked");
    }
    Objects.requireNonNull(PartialFileLock.tryAcquire(Storage.DISK, state, "a")).release(true);
  }

  private static String lockInAnotherProcess(Path file) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    URL classes = LockMain.class.getProtectionDomain().getCodeSource().getLocation();
    return new String(
        new ProcessBuilder(
                java.toString(), "-cp", classes.getPath(), LockMain.class.getName(), file + "")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .getInputStream()
            .readAllBytes(),
        StandardCharsets.UTF_8);
  }

  /** Prints {@code free} or {@code locked} for the state file in its argument. */
  static final class LockMain {

    private LockMain() {}

    /**
     * Tries to lock the file.
     *
     * @param args the path of the file
     */
    public static void main(String[] args) throws IOException {
      try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
        System.out.print(channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null ? "locked" : "free");
      }
    }
  }
}
