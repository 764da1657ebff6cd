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

class PartsTest {

  private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private Parts parts;

  @BeforeEach
  void name() {
    parts = parts("a");
  }

  private Parts parts(String task) {
    return new Parts(Storage.DISK, folder, "a", task);
  }

  private static Part taken(Parts from) throws IOException {
    return Objects.requireNonNull(from.take());
  }

  private static Part filled(Part part) throws IOException {
    part.restart("\"v\"", 20L);
    part.append(TEN, TEN.length);
    return part;
  }

  @Test
  void takesUpWhatWasLeft() throws IOException {
    filled(taken(parts)).close(true);
    Part again = taken(parts);
    assertThat(again.position()).isEqualTo(10);
    assertThat(again.resumedFrom()).isEqualTo(10);
    assertThat(again.validator()).isEqualTo("\"v\"");
    assertThat(again.total()).isEqualTo(20);
    assertThat(again.sha256()).isEqualTo(Digests.hex(TEN));
    again.close(false);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void givesEveryDownloadAPlaceOfItsOwn() throws IOException {
    List<Part> taken = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      taken.add(taken(parts));
    }
    assertThat(parts.take()).isNull();
    taken.get(3).close(false);
    Part free = taken(parts);
    assertThat(Desk.names(folder)).contains(".a.3.part");
    free.close(false);
    for (Part part : taken) {
      if (part != taken.get(3)) {
        part.close(false);
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsNothingThatCannotBeTakenUp() throws IOException {
    Part part = taken(parts);
    part.restart(null, null);
    part.append(TEN, TEN.length);
    part.close(true);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void trustsOnlyWhatHasReachedTheDisk() throws IOException {
    filled(taken(parts)).close(true);
    Files.write(
        folder.resolve(".a.0.part"), "0123456789behind".getBytes(StandardCharsets.US_ASCII));
    Part again = taken(parts);
    assertThat(again.position()).isEqualTo(10);
    assertThat(Files.size(folder.resolve(".a.0.part"))).isEqualTo(10);
    again.close(false);
  }

  @Test
  void beginsAnewIfThePartIsShorterThanItsState() throws IOException {
    filled(taken(parts)).close(true);
    Files.write(folder.resolve(".a.0.part"), new byte[9]);
    Part again = taken(parts);
    assertThat(again.position()).isZero();
    again.close(false);
  }

  @Test
  void takesUpNoPartOfAnotherTask() throws IOException {
    filled(taken(parts)).close(true);
    Part other = taken(parts("b"));
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
  void takesATornStateForNone(String content) throws IOException {
    filled(taken(parts)).close(true);
    Files.writeString(folder.resolve(".a.0.part-state"), content);
    Part again = taken(parts);
    assertThat(again.position()).isZero();
    again.close(false);
  }

  @Test
  void knowsAStateThatItHasWritten() {
    PartState state = new PartState("o", "sora-2:a", "\"a=b\"", 7L, 3);
    assertThat(PartState.decoded(state.encoded())).isEqualTo(state);
    PartState bare = PartState.fresh("o", "a+thumbnail");
    assertThat(PartState.decoded(bare.encoded())).isEqualTo(bare);
  }

  @Test
  void seesThatAnotherHasTakenThePathMeanwhile() throws IOException {
    // Between opening and locking, the owner before deletes the small file and another makes one.
    Path state = folder.resolve("s");
    Storage late =
        new Storage.Disk(Storage.Disk::atomically) {
          private boolean done;

          @Override
          public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
            FileChannel channel = super.open(file, options);
            if (!done) {
              done = true;
              Files.delete(file);
              Files.write(file, PartState.fresh("other", "a").encoded());
            }
            return channel;
          }
        };
    assertThat(Claim.tryFor(late, state, "a")).isNull();
    Claim claim = Claim.tryFor(Storage.DISK, state, "a");
    Objects.requireNonNull(claim).release(true);
  }

  @Test
  void cleansWhatTheDeadHaveLeft() throws IOException {
    Part mine = filled(taken(parts));
    filled(taken(parts)).close(true);
    Part others = filled(taken(parts));
    mine.finish(folder.resolve("a.mp4"));
    filled(taken(parts)).close(true);
    parts.clean();
    assertThat(Desk.names(folder)).containsExactly(".a.1.part", ".a.1.part-state", "a.mp4");
    others.close(false);
  }
}
