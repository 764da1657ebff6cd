package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialFileSlotsTest {

  private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private PartialFileSlots slots;

  @BeforeEach
  void createSlots() {
    slots = slots("a");
  }

  private PartialFileSlots slots(String fileKey) {
    return new PartialFileSlots(Storage.DISK, folder, "a", fileKey);
  }

  private static PartialFile acquire(PartialFileSlots slots) throws IOException {
    return Objects.requireNonNull(slots.acquire());
  }

  private static PartialFile fill(PartialFile file) throws IOException {
    file.restart("\"v\"", 20L);
    file.append(TEN, TEN.length);
    return file;
  }

  @Test
  void resumesPartialFile() throws IOException {
    fill(acquire(slots)).close(true);
    PartialFile again = acquire(slots);
    assertThat(again.position()).isEqualTo(10);
    assertThat(again.resumedFrom()).isEqualTo(10);
    assertThat(again.validator()).isEqualTo("\"v\"");
    assertThat(again.totalBytes()).isEqualTo(20);
    assertThat(again.sha256()).isEqualTo(Digests.sha256Hex(TEN));
    again.close(false);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void assignsEachDownloadItsOwnSlot() throws IOException {
    List<PartialFile> files = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      files.add(acquire(slots));
    }
    assertThat(slots.acquire()).isNull();
    files.get(3).close(false);
    PartialFile reacquired = acquire(slots);
    assertThat(DownloadFixture.fileNames(folder)).contains(".a.3.part");
    reacquired.close(false);
    for (PartialFile file : files) {
      if (file != files.get(3)) {
        file.close(false);
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void deletesNonResumablePartialFile() throws IOException {
    PartialFile file = acquire(slots);
    file.restart(null, null);
    file.append(TEN, TEN.length);
    file.close(true);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void truncatesToSyncedBytes() throws IOException {
    fill(acquire(slots)).close(true);
    Files.write(
        folder.resolve(".a.0.part"), "0123456789behind".getBytes(StandardCharsets.US_ASCII));
    PartialFile again = acquire(slots);
    assertThat(again.position()).isEqualTo(10);
    assertThat(Files.size(folder.resolve(".a.0.part"))).isEqualTo(10);
    again.close(false);
  }

  @Test
  void restartsWhenFileIsShorterThanItsState() throws IOException {
    fill(acquire(slots)).close(true);
    Files.write(folder.resolve(".a.0.part"), new byte[9]);
    PartialFile again = acquire(slots);
    assertThat(again.position()).isZero();
    again.close(false);
  }

  @Test
  void ignoresPartialFileOfAnotherTask() throws IOException {
    fill(acquire(slots)).close(true);
    PartialFile other = acquire(slots("b"));
    assertThat(other.position()).isZero();
    other.close(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "video-tasks part 1\n",
        "video-tasks part 1\ncheck=0\n",
        "video-tasks part 2\nsafe=10\ncheck=7\n",
      })
  void ignoresCorruptState(String content) throws IOException {
    fill(acquire(slots)).close(true);
    Files.writeString(folder.resolve(".a.0.part-state"), content);
    PartialFile again = acquire(slots);
    assertThat(again.position()).isZero();
    again.close(false);
  }

  @Test
  void roundTripsState() {
    PartialFileState state = new PartialFileState("o", "sora-2:a", "\"a=b\"", 7L, 3);
    assertThat(PartialFileState.decode(state.encode())).isEqualTo(state);
    PartialFileState initial = PartialFileState.initial("o", "a+thumbnail");
    assertThat(PartialFileState.decode(initial.encode())).isEqualTo(initial);
  }

  @Test
  void detectsReplacedStateFile() throws IOException {
    // Between open and lock, the previous owner deletes the state file and another creates a new
    // one.
    Path state = folder.resolve("s");
    Storage racingStorage =
        new Storage.Disk(Storage.Disk::moveAtomically) {
          private boolean replaced;

          @Override
          public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
            FileChannel channel = super.open(file, options);
            if (!replaced) {
              replaced = true;
              Files.delete(file);
              Files.write(file, PartialFileState.initial("other", "a").encode());
            }
            return channel;
          }
        };
    assertThat(PartialFileLock.tryAcquire(racingStorage, state, "a")).isNull();
    PartialFileLock lock = PartialFileLock.tryAcquire(Storage.DISK, state, "a");
    Objects.requireNonNull(lock).release(true);
  }

  @Test
  void deletesAbandonedPartialFiles() throws IOException {
    PartialFile finished = fill(acquire(slots));
    fill(acquire(slots)).close(true);
    PartialFile locked = fill(acquire(slots));
    finished.finish(folder.resolve("a.mp4"));
    fill(acquire(slots)).close(true);
    slots.deleteAbandoned();
    assertThat(DownloadFixture.fileNames(folder))
        .containsExactly(".a.1.part", ".a.1.part-state", "a.mp4");
    locked.close(false);
  }
}
