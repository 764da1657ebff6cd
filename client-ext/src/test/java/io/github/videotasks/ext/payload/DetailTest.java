package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailTest {

  private static final Moshi MOSHI = new Moshi.Builder().add(PayloadAdapters.FACTORY).build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'pending_info':{'type':'video_gen'}}                         | Waiting[VideoGen[no"
            + " progress]]",
        "{'pending_info':{'type':'video_gen','progress_pct':0.5}}      | Waiting[VideoGen[50%]]",
        "{'pending_info':{'type':'image_gen'}}                         | Waiting[Unknown[object]]",
        "{'pending_info':{'id':'a'},'url':'https://a/preview'}         | Waiting[Unknown[object]]",
        "{'pending_info':'soon'}                                       | Waiting[Unknown[string]]",
        "{'pending_info':{}}                                           | Waiting[Unknown[object]]",
        "{'pending_info':{},'url':'https://a/b'}                       | Finished[Unknown[null]]",
        "{'pending_info':null,'url':'https://a/b'}                     | Finished[Unknown[null]]",
        "{'pending_info':{'id':'a'},'draft_info':{'kind':'sora_draft'}}| Finished[Draft[no id]]",
        "{'draft_info':{'kind':'sora_draft','id':'gen_1'}}             | Finished[Draft[gen_1]]",
        "{'draft_info':{'kind':'sora_content_violation'}}              |"
            + " Finished[ContentViolation[sora_content_violation]]",
        "{'draft_info':{'reason_str':'no faces'}}                      |"
            + " Finished[ContentViolation[no kind]]",
        "{'draft_info':{'kind':7}}                                     | Finished[Unknown[object]]",
        "{'draft_info':[1]}                                            | Finished[Unknown[array]]",
        "{'draft_info':{}}                                             | Finished[Unknown[object]]",
        "{'gif_url':'https://a/b.gif'}                                 | Finished[Unknown[null]]",
        "{'thumbnail_url':'https://a/b.jpg'}                           | Finished[Unknown[null]]",
        "{'req':{},'images':[],'running':true}                         | Veo[running]",
        "{'images':[]}                                                 | Veo[not running]",
        "{'upsample_status':null}                                      | Veo[not running]",
        "{'error_message':'x'}                                         | Veo[not running]",
        "{}                                                            | Unknown[object]",
        "{'url':''}                                                    | Unknown[object]",
        "{'url':5}                                                     | Unknown[object]",
        "{'status':'pending'}                                          | Unknown[object]",
        "null                                                          | Unknown[null]",
        "'queued behind 3'                                             | Unknown[string]",
        "[]                                                            | Unknown[array]",
        "[{'pending_info':{'type':'video_gen'}}]                       | Unknown[array]",
        "5                                                             | Unknown[number]",
        "true                                                          | Unknown[boolean]",
      })
  void classifiesByShape(String json, String expected) {
    assertThat(Detail.of(JsonValue.parse(json.replace('\'', '"')))).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"text\"",
        "[1,null,{}]",
        "{}",
        "{\"pending_info\":{\"type\":\"video_gen\",\"seed\":9007199254740993,\"x\":null,\"pct\":1.50}}",
        "{\"draft_info\":{\"kind\":\"sora_draft\",\"created_at\":1.759763631222531E9}}",
      })
  void roundTripsAnyJson(String json) throws IOException {
    Detail detail = Objects.requireNonNull(MOSHI.adapter(Detail.class).fromJson(json));
    assertThat(MOSHI.adapter(Detail.class).toJson(detail)).isEqualTo(json);
    PendingInfo pending = Objects.requireNonNull(MOSHI.adapter(PendingInfo.class).fromJson(json));
    assertThat(MOSHI.adapter(PendingInfo.class).toJson(pending)).isEqualTo(json);
    DraftInfo draft = Objects.requireNonNull(MOSHI.adapter(DraftInfo.class).fromJson(json));
    assertThat(MOSHI.adapter(DraftInfo.class).toJson(draft)).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("io.github.videotasks.ext.payload.VendorExamples#names")
  void roundTripsVendorExamples(String name) {
    JsonValue raw = VendorExamples.state(name).raw().get("detail");
    Detail detail = VendorExamples.state(name).detail();
    String written = MOSHI.adapter(Detail.class).toJson(detail);
    assertThat(JsonValue.parse(written)).isEqualTo(raw == null ? JsonValue.NULL : raw);
  }

  @Test
  void isUnknownWhenAbsent() {
    TaskState state = TaskState.of(new TaskId("a"), JsonValue.parse("{\"status\":\"queued\"}"));
    assertThat(state.detail()).isEqualTo(new Detail.Unknown(JsonValue.NULL));
  }

  @Test
  void matchCallsFunctionOfMatchingType() {
    Detail detail = Detail.of(JsonValue.parse("{\"running\":false}"));
    String form = detail.match(w -> "waiting", f -> "finished", v -> "veo", u -> "unknown");
    assertThat(form).isEqualTo("veo");
  }

  /** Another form would break exhaustive switches of callers, so it needs a major version. */
  @Test
  void permittedSubclassesAreFixed() {
    assertThat(Detail.class.getPermittedSubclasses())
        .containsExactly(
            Detail.Waiting.class, Detail.Finished.class, Detail.Veo.class, Detail.Unknown.class);
    assertThat(PendingInfo.class.getPermittedSubclasses())
        .containsExactly(PendingInfo.VideoGen.class, PendingInfo.Unknown.class);
    assertThat(DraftInfo.class.getPermittedSubclasses())
        .containsExactly(
            DraftInfo.Draft.class, DraftInfo.ContentViolation.class, DraftInfo.Unknown.class);
  }
}
