package io.github.videotasks.ext.http;

import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A request for one task: one of the two generated operations, or the same call with another path.
 */
public final class TaskOperation {

  /** {@link VideoTasksApi#queryVideoTask}. */
  public static final TaskOperation UNIFIED =
      new TaskOperation("UNIFIED", new PathTemplate("/v1/video/query?id={id}"), false);

  /** {@link VideoTasksApi#retrieveVideo}. */
  public static final TaskOperation OPENAI =
      new TaskOperation("OPENAI", new PathTemplate("/v1/videos/{id}"), false);

  private static final List<TaskOperation> GENERATED = List.of(UNIFIED, OPENAI);

  private final String name;
  private final PathTemplate template;
  private final boolean replacesPath;

  private TaskOperation(String name, PathTemplate template, boolean replacesPath) {
    this.name = name;
    this.template = template;
    this.replacesPath = replacesPath;
  }

  /**
   * {@return the operation for a path; a generated one if that has the same path}
   *
   * @param template a path with {@code {id}}
   * @throws IllegalArgumentException if it is not a path with exactly one id
   */
  public static TaskOperation ofPath(String template) {
    PathTemplate checked = new PathTemplate(template);
    return GENERATED.stream()
        .filter(each -> each.template.equals(checked))
        .findFirst()
        .orElseGet(() -> new TaskOperation(template, checked, true));
  }

  /**
   * {@return the operation with a {@link #name}}
   *
   * @param name {@code UNIFIED}, {@code OPENAI}, or a path with {@code {id}}
   * @throws IllegalArgumentException if it is neither {@code UNIFIED}, {@code OPENAI} nor a path
   */
  public static TaskOperation ofName(String name) {
    return GENERATED.stream()
        .filter(each -> each.name.equals(name))
        .findFirst()
        .orElseGet(() -> ofPath(name));
  }

  /** {@return {@code UNIFIED}, {@code OPENAI}, or the path with {@code {id}}; for snapshots} */
  public String name() {
    return name;
  }

  /** {@return the path with {@code {id}}, below the base URL} */
  public String template() {
    return template.text();
  }

  /** Returns the path that replaces that of the generated operation; null if it stays. */
  @Nullable PathTemplate replacement() {
    return replacesPath ? template : null;
  }

  /** Creates the call of the generated operation that has its id in the same place. */
  Call<VideoTask> newCall(VideoTasksApi api, String id) {
    return template.idInQuery() ? api.queryVideoTask(id) : api.retrieveVideo(id);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskOperation operation && operation.template.equals(template);
  }

  @Override
  public int hashCode() {
    return template.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
