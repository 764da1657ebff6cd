package io.github.videotasks.contract.wirecase;

import com.squareup.moshi.JsonAdapter;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;

/** Decodes and encodes tasks with the generated client. */
final class TaskCodec {
  private static final JsonAdapter<VideoTask> TASKS = ApiClient.moshi().adapter(VideoTask.class);

  private TaskCodec() {}

  /** Decodes through a Moshi reader. */
  static VideoTask parse(String json) throws IOException {
    return Objects.requireNonNull(TASKS.fromJson(json));
  }

  /**
   * Decodes in the same way as the client decodes a response: from bytes, without a Moshi reader.
   */
  static VideoTask parseBytes(String json) throws IOException {
    return VideoTask.adapter().read(new Buffer().writeUtf8(json));
  }

  static String write(VideoTask task) {
    return TASKS.toJson(task);
  }
}
