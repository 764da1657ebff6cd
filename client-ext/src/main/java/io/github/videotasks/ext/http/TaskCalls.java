package io.github.videotasks.ext.http;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.payload.TaskId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.Call;
import retrofit2.Retrofit;

/**
 * Creates the calls of the generated interface, with one instance of it for each path. Retrofit
 * caches what it reads from an interface per instance, so the instances are kept.
 */
final class TaskCalls {

  /** An application uses one or two; a limit, because templates may come from snapshots. */
  private static final int MAX_PATHS = 64;

  private final Retrofit retrofit;
  private final Function<PathTemplate, Call.Factory> callFactory;
  private final VideoTasksApi generated;
  private final Map<PathTemplate, VideoTasksApi> byPath = new ConcurrentHashMap<>();

  /**
   * Creates calls.
   *
   * @param retrofit for the paths of the generated operations
   * @param callFactory for another path
   */
  TaskCalls(Retrofit retrofit, Function<PathTemplate, Call.Factory> callFactory) {
    this.retrofit = retrofit;
    this.callFactory = callFactory;
    generated = retrofit.create(VideoTasksApi.class);
  }

  /** Returns the generated interface with its own paths. */
  VideoTasksApi generated() {
    return generated;
  }

  /** Creates a call that is not sent yet. */
  retrofit2.Call<VideoTask> newCall(TaskOperation operation, TaskId id) {
    PathTemplate path = operation.replacement();
    return operation.newCall(path == null ? generated : withPath(path), id.value());
  }

  private VideoTasksApi withPath(PathTemplate path) {
    if (byPath.size() >= MAX_PATHS && !byPath.containsKey(path)) {
      byPath.clear();
    }
    return byPath.computeIfAbsent(
        path,
        it ->
            retrofit
                .newBuilder()
                .callFactory(callFactory.apply(it))
                .build()
                .create(VideoTasksApi.class));
  }
}
