package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {

  private static TaskState state(String json) {
    return TaskState.of(new TaskId("a"), JsonValue.parse(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED, pending queued submitted not_start waiting queueing creating created initializing"
        + " preparing starting",
    "RUNNING, processing in_progress running generating image_downloading image_cropping"
        + " image_uploading prompt_enhancement_checking prompt_enhancing video_generating"
        + " video_generation_running video_upsampling upsampling downloading",
    "SUCCEEDED, completed success succeeded succeed finished done",
    "FAILED, failed failure fail error video_generation_failed video_upsampling_failed",
    "CANCELLED, cancelled canceled expired interrupted",
    "UNKNOWN, complete succes completedd halted not_started 100 un known",
  })
  void mapsStatusValueIgnoringCase(Stage stage, String statusValues) {
    for (String statusValue : statusValues.split(" ", -1)) {
      TaskState lower = state("{'status':'" + statusValue + "'}");
      assertThat(lower.stage()).as(statusValue).isEqualTo(stage);
      String upper = statusValue.toUpperCase(Locale.ROOT);
      assertThat(state("{'status':'" + upper + "'}").stage()).as(upper).isEqualTo(stage);
      assertThat(state("{'status':'" + upper + "'}").status()).isEqualTo(upper);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'status':null}", "{'status':''}", "{'status':3}", "{'status':{}}"})
  void isUnknownWithoutStatus(String json) {
    assertThat(state(json).stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(state(json).status()).isNull();
  }

  @Test
  void unknownIsNotTerminal() {
    assertThat(Stage.UNKNOWN.isTerminal()).isFalse();
  }

  @Test
  void fallsBackToStatusOfDetail() {
    assertThat(state("{'detail':{'status':'failed'}}").stage()).isEqualTo(Stage.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'status':'video_generation_completed'}                                         | RUNNING",
        "{'status':'video_generation_completed','video_url':'https://a/b'}               |"
            + " SUCCEEDED",
        "{'status':'video_upsampling_completed','detail':{'upsample_video_url':'https://a/b','running':true}}"
            + " | RUNNING",
        "{'status':'video_upsampling_completed','detail':{'upsample_video_url':'https://a/b','running':false}}"
            + " | SUCCEEDED",
        "{'status':'VIDEO_UPSAMPLING_COMPLETED','detail':{'thumbnail_url':'https://a/b'}} |"
            + " RUNNING",
      })
  void ambiguousStatusSucceedsOnlyWithVideoAndNothingRunning(String json, Stage expected) {
    assertThat(state(json).stage()).isEqualTo(expected);
  }

  @Test
  void urlOrFullProgressIsNotSuccess() {
    TaskState state = state("{'status':'processing','progress':100,'video_url':'https://a/b'}");
    assertThat(state.stage()).isEqualTo(Stage.RUNNING);
    assertThat(state.progress()).isEqualTo(100);
    assertThat(state.result()).isNull();
    assertThat(state.assets()).hasSize(1);
  }
}
