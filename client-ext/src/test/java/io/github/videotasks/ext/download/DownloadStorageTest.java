package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, folders that are none, and links that somebody has laid out. */
class DownloadStorageTest {

  private static final byte[] FILM = Films.mp4(2_000_000, 1);
  private static final String PART = ".sora-2~task_1.0.part";
  private static final String STATE = ".sora-2~task_1.0.part-state";
  private static final String TARGET = "sora-2~task_1.mp4";

  @TempDir Path folder;
  private final Desk desk = new Desk();
  @AutoClose private final FileHost host = FileHost.serving(FILM);

  private Download fetch() {
    return desk.fetch(host.address("/v"), folder, Desk.OPTIONS);
  }

  private VideoTasksException failure(Path target, DownloadOptions options) {
    return catchThrowableOfType(
        VideoTasksException.class, () -> desk.fetch(host.address("/v?sig=s"), target, options));
  }

  @Test
  void saysThatADiskIsFullAndLeavesWhatFits() throws IOException {
    desk.storage = PoorDisk.full(1_000_000);
    VideoTasksException error = failure(folder, Desk.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(error)
        .hasMessageStartingWith(
            "expected to write the file, found it impossible: IOException, No space left on device");
    assertThat(Desk.names(folder)).containsExactly(PART, STATE);
    assertThat(host.asked).hasSize(1);
    desk.storage = Storage.DISK;
    assertThat(fetch().resumedFrom()).isBetween(900_000L, 1_000_000L);
    assertThat(Desk.names(folder)).containsExactly(TARGET);
    assertThat(folder.resolve(TARGET)).hasBinaryContent(FILM);
  }

  @Test
  void leavesNothingOnAFullDiskIfToldSo() throws IOException {
    desk.storage = PoorDisk.full(1_000_000);
    failure(folder, Desk.OPTIONS.withoutPart());
    assertThat(Desk.names(folder)).isEmpty();
  }

  @Test
  void saysWhatToDoWhereAFolderHasNoLocks() throws IOException {
    desk.storage = PoorDisk.withoutLocks();
    VideoTasksException error = failure(folder, Desk.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(error)
        .hasMessageContaining("No locks available; choose a folder on a local disk")
        .hasRootCauseMessage("No locks available");
    assertThat(Desk.names(folder)).isEmpty();
    assertThat(host.asked).isEmpty();
  }

  /** A real file system of one megabyte, where the process may make one. */
  @Test
  void leavesNoHalfFileOnARealFullDisk() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "none", small.toString()));
    try {
      VideoTasksException error = failure(small, Desk.OPTIONS);
      assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
      assertThat(error).hasMessageContaining("No space left on device");
      assertThat(Files.exists(small.resolve(TARGET))).isFalse();
      host.file = Films.mp4(500_000, 2);
      host.validators = "ETag: \"v2\"\r\n";
      assertThat(desk.fetch(host.address("/v"), small, Desk.OPTIONS).path())
          .hasBinaryContent(host.file);
      assertThat(Desk.names(small)).containsExactly(TARGET);
    } finally {
      assertThat(run("umount", small.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void makesTheFolder() {
    Path deep = folder.resolve("a").resolve("b");
    assertThat(desk.fetch(host.address("/v"), deep, Desk.OPTIONS).path())
        .isEqualTo(deep.resolve(TARGET))
        .hasBinaryContent(FILM);
  }

  @Test
  void saysThatAFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThat(failure(file, Desk.OPTIONS).kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(file).hasContent("mine");
    assertThat(host.asked).isEmpty();
  }

  @Test
  void doesNotReplaceAFolderOfTheSameName() throws IOException {
    Files.createDirectories(folder.resolve(TARGET).resolve("mine"));
    assertThat(failure(folder, Desk.OPTIONS).kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(folder.resolve(TARGET).resolve("mine")).isDirectory();
  }

  @Test
  void replacesALinkInsteadOfWritingThroughIt() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(folder.resolve(TARGET), precious);
    fetch();
    assertThat(precious).hasContent("mine");
    assertThat(folder.resolve(TARGET)).isRegularFile().hasBinaryContent(FILM);
    assertThat(Files.isSymbolicLink(folder.resolve(TARGET))).isFalse();
  }

  @Test
  void followsNoLinkAtAPart() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(folder.resolve(PART), precious);
    Files.createSymbolicLink(folder.resolve(".sora-2~task_1.1.part-state"), precious);
    fetch();
    assertThat(precious).hasContent("mine");
    assertThat(folder.resolve(TARGET)).hasBinaryContent(FILM);
  }

  @Test
  void passesAStateThatIsALink() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(folder.resolve(STATE), precious);
    fetch();
    assertThat(precious).hasContent("mine");
    assertThat(folder.resolve(TARGET)).hasBinaryContent(FILM);
  }

  @Test
  void movesPlainlyWhereNoMoveIsAtomic() throws IOException {
    Storage plain =
        new Storage.Disk(
            (from, to) -> {
              throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not here");
            });
    Path from = Files.writeString(folder.resolve("from"), "new");
    Path to = Files.writeString(folder.resolve("to"), "old");
    plain.move(from, to);
    assertThat(to).hasContent("new");
    assertThat(from).doesNotExist();
  }

  @Test
  void saysThatAFileCannotGetItsName() throws IOException {
    desk.storage =
        new Storage() {
          @Override
          public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
            return DISK.open(file, options);
          }

          @Override
          public void move(Path from, Path to) throws IOException {
            throw new FileSystemException(to.toString(), null, "Operation not permitted");
          }
        };
    VideoTasksException error = failure(folder, Desk.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(error).hasMessageStartingWith("expected to give the file its name, found it");
    desk.storage = Storage.DISK;
    assertThat(fetch().resumedFrom()).isEqualTo(FILM.length);
    assertThat(Desk.names(folder)).containsExactly(TARGET);
  }
}
