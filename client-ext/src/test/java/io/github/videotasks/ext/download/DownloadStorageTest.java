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

/** Full disks, paths that are not folders, and symbolic links at the file names of a download. */
class DownloadStorageTest {

  private static final byte[] VIDEO = SampleVideos.mp4(2_000_000, 1);
  private static final String PARTIAL_FILE = ".sora-2~task_1.0.part";
  private static final String STATE_FILE = ".sora-2~task_1.0.part-state";
  private static final String TARGET = "sora-2~task_1.mp4";

  @TempDir Path folder;
  private final DownloadFixture fixture = new DownloadFixture();
  @AutoClose private final FileHost host = FileHost.serving(VIDEO);

  private Download download() {
    return fixture.download(host.url("/v"), folder, DownloadFixture.OPTIONS);
  }

  private VideoTasksException failure(Path target, DownloadOptions options) {
    return catchThrowableOfType(
        VideoTasksException.class, () -> fixture.download(host.url("/v?sig=s"), target, options));
  }

  @Test
  void reportsFullDiskAndKeepsPartialFile() throws IOException {
    fixture.storage = FaultyStorage.full(1_000_000);
    VideoTasksException error = failure(folder, DownloadFixture.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(error)
        .hasMessageStartingWith(
            "expected to write the partial file, found IOException: No space left on device;"
                + " check the folder");
    assertThat(DownloadFixture.fileNames(folder)).containsExactly(PARTIAL_FILE, STATE_FILE);
    assertThat(host.requests).hasSize(1);
    fixture.storage = Storage.DISK;
    assertThat(download().resumedFrom()).isBetween(900_000L, 1_000_000L);
    assertThat(DownloadFixture.fileNames(folder)).containsExactly(TARGET);
    assertThat(folder.resolve(TARGET)).hasBinaryContent(VIDEO);
  }

  @Test
  void deletesPartialFileOnFullDiskWhenConfigured() throws IOException {
    fixture.storage = FaultyStorage.full(1_000_000);
    failure(folder, DownloadFixture.OPTIONS.withoutPartialFile());
    assertThat(DownloadFixture.fileNames(folder)).isEmpty();
  }

  @Test
  void reportsMissingFileLockSupport() throws IOException {
    fixture.storage = FaultyStorage.withoutLocks();
    VideoTasksException error = failure(folder, DownloadFixture.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(error)
        .hasMessageContaining("No locks available (choose a folder on a local disk)")
        .hasRootCauseMessage("No locks available");
    assertThat(DownloadFixture.fileNames(folder)).isEmpty();
    assertThat(host.requests).isEmpty();
  }

  /** Uses a real file system of 1 MiB, if the process may mount one. */
  @Test
  void leavesNoTruncatedFileOnFullTmpfs() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "none", small.toString()));
    try {
      VideoTasksException error = failure(small, DownloadFixture.OPTIONS);
      assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
      assertThat(error).hasMessageContaining("No space left on device");
      assertThat(Files.exists(small.resolve(TARGET))).isFalse();
      host.file = SampleVideos.mp4(500_000, 2);
      host.validatorHeaders = "ETag: \"v2\"\r\n";
      assertThat(fixture.download(host.url("/v"), small, DownloadFixture.OPTIONS).path())
          .hasBinaryContent(host.file);
      assertThat(DownloadFixture.fileNames(small)).containsExactly(TARGET);
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
  void createsFolder() {
    Path deep = folder.resolve("a").resolve("b");
    assertThat(fixture.download(host.url("/v"), deep, DownloadFixture.OPTIONS).path())
        .isEqualTo(deep.resolve(TARGET))
        .hasBinaryContent(VIDEO);
  }

  @Test
  void rejectsFileAsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThat(failure(file, DownloadFixture.OPTIONS).kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(file).hasContent("mine");
    assertThat(host.requests).isEmpty();
  }

  @Test
  void doesNotReplaceFolderOfSameName() throws IOException {
    Files.createDirectories(folder.resolve(TARGET).resolve("mine"));
    assertThat(failure(folder, DownloadFixture.OPTIONS).kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(folder.resolve(TARGET).resolve("mine")).isDirectory();
  }

  @Test
  void replacesSymlinkAtTarget() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(folder.resolve(TARGET), precious);
    download();
    assertThat(precious).hasContent("mine");
    assertThat(folder.resolve(TARGET)).isRegularFile().hasBinaryContent(VIDEO);
    assertThat(Files.isSymbolicLink(folder.resolve(TARGET))).isFalse();
  }

  @Test
  void doesNotFollowSymlinkAtPartialFile() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(folder.resolve(PARTIAL_FILE), precious);
    Files.createSymbolicLink(folder.resolve(".sora-2~task_1.1.part-state"), precious);
    download();
    assertThat(precious).hasContent("mine");
    assertThat(folder.resolve(TARGET)).hasBinaryContent(VIDEO);
  }

  @Test
  void skipsSlotWhoseStateFileIsSymlink() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(folder.resolve(STATE_FILE), precious);
    download();
    assertThat(precious).hasContent("mine");
    assertThat(folder.resolve(TARGET)).hasBinaryContent(VIDEO);
  }

  @Test
  void fallsBackToNonAtomicMove() throws IOException {
    Storage withoutAtomicMove =
        new Storage.Disk(
            (from, to) -> {
              throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not here");
            });
    Path from = Files.writeString(folder.resolve("from"), "new");
    Path to = Files.writeString(folder.resolve("to"), "old");
    withoutAtomicMove.move(from, to);
    assertThat(to).hasContent("new");
    assertThat(from).doesNotExist();
  }

  @Test
  void reportsFailedMoveAndKeepsPartialFile() throws IOException {
    fixture.storage =
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
    VideoTasksException error = failure(folder, DownloadFixture.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.STORAGE);
    assertThat(error)
        .hasMessageStartingWith(
            "expected to move the file to its target name, found FileSystemException: ");
    fixture.storage = Storage.DISK;
    assertThat(download().resumedFrom()).isEqualTo(VIDEO.length);
    assertThat(DownloadFixture.fileNames(folder)).containsExactly(TARGET);
  }
}
