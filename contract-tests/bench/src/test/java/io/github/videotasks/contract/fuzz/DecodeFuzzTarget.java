package io.github.videotasks.contract.fuzz;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import okio.Buffer;

/**
 * Fuzz target for decoding. Any bytes must decode to a task or throw one of Moshi's two exceptions;
 * a task can be printed and checked, and writing and reading it returns an equal task.
 */
public final class DecodeFuzzTarget {
  private static final JsonAdapter<VideoTask> ADAPTER = ApiClient.moshi().adapter(VideoTask.class);

  private DecodeFuzzTarget() {}

  /** Entry point of Jazzer, which finds it by its name. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    decodes(data);
  }

  /**
   * Decodes the bytes and checks the task.
   *
   * @return false if they are not a task
   * @throws AssertionError if writing and reading the task does not return an equal task
   */
  static boolean decodes(byte[] data) throws IOException {
    VideoTask task;
    try {
      task = ADAPTER.fromJson(new Buffer().write(data));
    } catch (JsonDataException | JsonEncodingException e) {
      return false;
    }
    if (task == null) {
      throw new AssertionError("expected a task or an exception, found null");
    }
    if (task.mismatches().contains("") || task.toString().isEmpty()) {
      throw new AssertionError("expected non-empty mismatches and toString, found an empty text");
    }
    Buffer written = new Buffer();
    ADAPTER.toJson(written, task);
    String json = written.clone().readUtf8();
    VideoTask again = ADAPTER.fromJson(written);
    if (!task.equals(again) || task.hashCode() != again.hashCode()) {
      throw new AssertionError("expected an equal task from " + json + ", found " + again);
    }
    if (!ADAPTER.toJson(again).equals(json)) {
      throw new AssertionError("expected " + json + ", found " + ADAPTER.toJson(again));
    }
    return true;
  }
}
