package io.github.videotasks.contract.fuzz;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import okio.Buffer;

/**
 * What the fuzzer calls: whatever the bytes are, they give a task or one of Moshi's two exceptions,
 * and a task can be shown, checked, written, and read again as an equal one.
 */
public final class DecodeFuzzTarget {
  private static final JsonAdapter<VideoTask> ADAPTER = ApiClient.moshi().adapter(VideoTask.class);

  private DecodeFuzzTarget() {}

  /** The name that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    decodes(data);
  }

  /**
   * Tries the bytes.
   *
   * @return whether they are a task
   * @throws AssertionError if the task does not survive being written
   */
  static boolean decodes(byte[] data) throws IOException {
    VideoTask task;
    try {
      task = ADAPTER.fromJson(new Buffer().write(data));
    } catch (JsonDataException | JsonEncodingException refused) {
      return false;
    }
    if (task == null) {
      throw new AssertionError("expected a task or an exception, found null");
    }
    if (task.mismatches().contains("") || task.toString().isEmpty()) {
      throw new AssertionError("expected words about the task, found none");
    }
    Buffer written = new Buffer();
    ADAPTER.toJson(written, task);
    String json = written.clone().readUtf8();
    VideoTask again = ADAPTER.fromJson(written);
    if (!task.equals(again) || task.hashCode() != again.hashCode()) {
      throw new AssertionError("expected an equal task from " + json + ", found " + again);
    }
    if (!ADAPTER.toJson(again).equals(json)) {
      throw new AssertionError("expected the same text again, found another than " + json);
    }
    return true;
  }
}
