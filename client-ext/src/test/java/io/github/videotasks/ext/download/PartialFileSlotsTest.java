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

  private PartialFileSlots slots(String task) {
    return new PartialFileSlots(Storage.DISK, folder, "a", task);
  }

  private static PartialFile acquire(PartialFileSlots from) throws IOException {
    return Objects.requireNonNull(from.acquire());
  }

  private static PartialFile fill(PartialFile part) throws IOException {
    part.restart("\"v\"", 20L);
    part.append(TEN, TEN.length);
    return part;
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
    List<PartialFile> taken = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      taken.add(acquire(slots));
    }
    assertThat(slots.acquire()).isNull();
    taken.get(3).close(false);
    PartialFile free = acquire(slots);
    assertThat(DownloadFixture.fileNames(folder)).contains(".a.3.part");
    free.close(false);
    for (PartialFile part : taken) {
      if (part != taken.get(3)) {
        part.close(false);
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void deletesNonResumablePartialFile() throws IOException {
    PartialFile part = acquire(slots);
    part.restart(null, null);
    part.append(TEN, TEN.length);
    part.close(true);
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
    PartialFileState bare = PartialFileState.initial("o", "a+thumbnail");
    assertThat(PartialFileState.decode(bare.encode())).isEqualTo(bare);
  }

  @Test
  void detectsReplacedStateFile() throws IOException {
    // Between opening and locking, the owner before deletes the small file and another makes one.
    Path state = folder.resolve("s");
    Storage late =
        new Storage.Disk(Storage.Disk::moveAtomically) {
          private boolean done;

          @Override
          public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
            FileChannel channel = super.open(file, options);
            if (!done) {
              done = true;
              Files.delete(file);
              Files.write(file, PartialFileState.initial("other", "a").encode());
            }
            return channel;
          }
        };
    assertThat(PartialFileLock.tryAcquire(late, state, "a")).isNull();
    PartialFileLock claim = PartialFileLock.tryAcquire(Storage.DISK, state, "a");
    Objects.requireNonNull(claim).release(true);
  }

  @Test
  void deletesAbandonedPartialFiles() throws IOException {
    PartialFile mine = fill(acquire(slots));
    fill(acquire(slots)).close(true);
    PartialFile others = fill(acquire(slots));
    mine.finish(folder.resolve("a.mp4"));
    fill(acquire(slots)).close(true);
    slots.deleteAbandoned();
    assertThat(DownloadFixture.fileNames(folder))
        .containsExactly(".a.1.part", ".a.1.part-state", "a.mp4");
    others.close(false);
  }
}
