package io.github.videotasks.ext.http;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import retrofit2.Call;

/** The generated operations that return one task. */
public enum TaskOperation {
  /** {@link VideoTasksApi#queryVideoTask}. */
  UNIFIED,
  /** {@link VideoTasksApi#retrieveVideo}. */
  OPENAI;

  Call<VideoTask> newCall(VideoTasksApi api, String id) {
    return switch (this) {
      case UNIFIED -> api.queryVideoTask(id);
      case OPENAI -> api.retrieveVideo(id);
    };
  }
}
