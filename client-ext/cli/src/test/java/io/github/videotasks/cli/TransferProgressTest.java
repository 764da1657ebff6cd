package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.download.DownloadProgress;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bar of a download. */
class TransferProgressTest {
  private final VirtualTime time = new VirtualTime();
  private final TransferProgress progress = new TransferProgress(time::now);

  private void receive(long bytes, @Nullable Long total, Asset.Kind kind) {
    progress.onProgress(new DownloadProgress(new TaskId("a"), kind, bytes, total));
    time.advance(Duration.ofSeconds(2));
  }

  private void receive(long bytes) {
    receive(bytes, 40_000_000L, Asset.Kind.VIDEO);
  }

  @Test
  void showsRateAndTimeLeft() {
    assertThat(progress.line()).isEqualTo("connecting");
    receive(10_000_000);
    assertThat(progress.line()).isEqualTo("[#####---------------]  25 %  10.0 of 40.0 MB  video");
    receive(20_000_000);
    assertThat(progress.line())
        .isEqualTo("[##########----------]  50 %  20.0 of 40.0 MB  5.0 MB/s  0:04 left  video");
  }

  @Test
  void measuresRateOfLastSeconds() {
    for (int i = 0; i < 10; i++) {
      receive(i * 1_000_000L);
    }
    receive(9_000_000 + 11_000_000);
    // Six samples in 10 s: from 5 MB to 20 MB.
    assertThat(progress.line()).contains("  1.5 MB/s  0:13 left");
  }

  @Test
  void startsAgainWhenTheFileChanges() {
    receive(30_000_000);
    receive(1_000_000);
    assertThat(progress.line()).isEqualTo("[--------------------]   2 %  1.0 of 40.0 MB  video");
    receive(2_000_000, null, Asset.Kind.GIF);
    assertThat(progress.line()).isEqualTo("[                    ]   ? %  2.0 MB  gif");
  }
}
