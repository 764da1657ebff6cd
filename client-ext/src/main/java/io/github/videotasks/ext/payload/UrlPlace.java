package io.github.videotasks.ext.payload;

import io.github.videotasks.ext.payload.Asset.Kind;
import java.util.List;

/**
 * One row of {@link UrlPlaces}.
 *
 * @param scope where the path begins, and for which tasks the row counts
 * @param kind the kind of file that the URL links to
 * @param path the path of the property
 * @param seenAt the page or the API with such a response
 * @param steps the path, as {@link JsonPathWalker} takes it
 */
record UrlPlace(Scope scope, Kind kind, String path, String seenAt, List<String> steps) {

  /** Where a path begins, and for which tasks it counts. */
  enum Scope {
    /** At the task. */
    TASK,
    /** At the task and at every wrapper of {@link UrlPlaces#WRAPPERS}. */
    ANYWHERE,
    /** As {@link #ANYWHERE}, only for a task that produces an image. */
    IMAGE_TASK,
    /** At the task, only if its stage is SUCCEEDED. */
    SUCCEEDED_TASK
  }

  UrlPlace(Scope scope, Kind kind, String path, String seenAt) {
    this(scope, kind, path, seenAt, JsonPathWalker.steps(path));
  }

  boolean atTaskOnly() {
    return scope == Scope.TASK || scope == Scope.SUCCEEDED_TASK;
  }
}
