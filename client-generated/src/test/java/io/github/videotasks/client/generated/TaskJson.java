package io.github.videotasks.client.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import okio.Buffer;

/** Reads and writes tasks with the client, and parses JSON trees with an independent parser. */
final class TaskJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final JsonAdapter<VideoTask> TASKS = ApiClient.moshi().adapter(VideoTask.class);

  private TaskJson() {}

  /** Returns the JSON tree. Numbers that differ in value or scale are not equal. */
  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static VideoTask parse(String json) throws IOException {
    VideoTask task = TASKS.fromJson(json);
    if (task == null) {
      throw new IOException("expected a task, found null");
    }
    return task;
  }

  /** Reads a task as the client reads a response: from its bytes, without a Moshi reader. */
  static VideoTask parseBytes(String json) throws IOException {
    return VideoTask.adapter().read(new Buffer().writeUtf8(json));
  }

  static String write(VideoTask task) {
    return TASKS.toJson(task);
  }
}
