package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parses the example responses of the vendors and checks every value. */
class VendorExamplesTest {

  @Test
  void coversAllContractExamples() {
    assertThat(VendorExamples.names())
        .containsExactly(
            "chainhub-grok/1",
            "chainhub-grok/2",
            "chainhub-openai/1",
            "chainhub-openai/2",
            "chainhub-veo/1",
            "jxincm-sora/1",
            "jxincm-sora/2");
  }

  @ParameterizedTest
  @CsvSource({
    "chainhub-grok/1,   QUEUED,    pending,   Unknown,  ",
    "chainhub-grok/2,   SUCCEEDED, completed, Unknown,  100",
    "chainhub-openai/1, QUEUED,    pending,   Waiting,  93",
    "chainhub-openai/2, SUCCEEDED, completed, Unknown,  100",
    "chainhub-veo/1,    QUEUED,    pending,   Unknown,  ",
    "jxincm-sora/1,     QUEUED,    pending,   Waiting,  93",
    "jxincm-sora/2,     SUCCEEDED, completed, Finished, ",
  })
  void parsesStageStatusDetailAndProgress(
      String name, Stage stage, String status, String detail, Integer progress) {
    TaskState state = VendorExamples.state(name);
    assertThat(state.stage()).isEqualTo(stage);
    assertThat(state.status()).isEqualTo(status);
    assertThat(state.detail().getClass().getSimpleName()).isEqualTo(detail);
    assertThat(state.progress()).isEqualTo(progress);
    assertThat(state.failure()).isNull();
    assertThat(state.id().value()).isEqualTo("requested:id");
  }

  @ParameterizedTest
  @MethodSource("names")
  void keepsResultUrlByteForByte(String name) {
    TaskState state = VendorExamples.state(name);
    if (state.stage() == Stage.SUCCEEDED) {
      Asset result = Objects.requireNonNull(state.result());
      assertThat(result.jsonPath()).isEqualTo("video_url");
      assertThat(VendorExamples.text(name)).contains("\"video_url\": \"" + result.url() + "\"");
    } else {
      assertThat(state.result()).isNull();
    }
  }

  static List<String> names() {
    return VendorExamples.names();
  }

  @Test
  void parsesTimesInAnyUnit() {
    assertThat(VendorExamples.state("chainhub-grok/1").updatedAt())
        .isEqualTo(Instant.parse("2025-06-19T08:52:47.003Z"));
    assertThat(VendorExamples.state("chainhub-grok/2").updatedAt())
        .isEqualTo(Instant.parse("2025-11-30T17:09:12Z"));
    assertThat(VendorExamples.state("jxincm-sora/1").createdAt())
        .isEqualTo(Instant.parse("2025-10-06T15:10:26.875729Z"));
    assertThat(VendorExamples.state("jxincm-sora/2").createdAt())
        .isEqualTo(Instant.parse("2025-10-06T15:13:51.222531Z"));
    TaskState openAi = VendorExamples.state("chainhub-openai/2");
    assertThat(openAi.completedAt()).isEqualTo(Instant.parse("2025-10-28T03:33:05Z"));
    assertThat(openAi.videoLength()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void findsAllAssetsInOrder() {
    assertThat(VendorExamples.state("jxincm-sora/2").assets())
        .extracting(asset -> asset.kind() + " " + asset.jsonPath())
        .containsExactly(
            "VIDEO video_url",
            "VIDEO detail.url",
            "VIDEO detail.draft_info.downloadable_url",
            "VIDEO detail.draft_info.encodings.source.path",
            "VIDEO detail.draft_info.encodings.md.path",
            "WATERMARKED_VIDEO detail.draft_info.encodings.source_wm.path",
            "VIDEO detail.draft_info.url",
            "GIF detail.gif_url",
            "GIF detail.draft_info.encodings.gif.path",
            "THUMBNAIL thumbnail_url",
            "THUMBNAIL detail.thumbnail_url",
            "THUMBNAIL detail.draft_info.encodings.thumbnail.path");
    assertThat(VendorExamples.state("jxincm-sora/2").assets())
        .allSatisfy(
            asset ->
                assertThat(asset.expiresAt()).isEqualTo(Instant.parse("2025-10-12T15:04:21Z")));
  }

  @Test
  void parsesPendingInfo() {
    Detail.Waiting detail = (Detail.Waiting) VendorExamples.state("jxincm-sora/1").detail();
    PendingInfo.VideoGen pending = (PendingInfo.VideoGen) detail.pendingInfo();
    assertThat(detail.model().status()).isEqualTo("pending");
    assertThat(pending.model().id()).isEqualTo("task_01k6x15vhrff09dkkqjrzwhm60");
    assertThat(pending.model().status()).isEqualTo("processing");
    assertThat(pending.progress()).isEqualTo(93);
    assertThat(pending.createdAt()).isEqualTo(Instant.parse("2025-10-06T15:10:26.875729Z"));
    assertThat(pending.queuePosition()).isNull();
    assertThat(pending.estimatedWait()).isNull();
    assertThat(pending.failureReason()).isNull();
  }

  @Test
  void parsesDraftInfo() {
    Detail.Finished detail = (Detail.Finished) VendorExamples.state("jxincm-sora/2").detail();
    DraftInfo.Draft draft = (DraftInfo.Draft) detail.draftInfo();
    assertThat(detail.model().gifUrl()).endsWith("&az=oaivgprodscus");
    assertThat(draft.model().id()).isEqualTo("gen_01k6x1bffaf3dr786harh8maqt");
    assertThat(draft.model().prompt()).isEqualTo("make animate");
    assertThat(draft.createdAt()).isEqualTo(Instant.parse("2025-10-06T15:13:51.222531Z"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void modelHoldsSameJson(String name) {
    TaskState state = VendorExamples.state(name);
    assertThat(state.task().toJson()).isEqualTo(state.raw());
    assertThat(TaskState.of(state.id(), state.task())).isEqualTo(state);
  }
}
