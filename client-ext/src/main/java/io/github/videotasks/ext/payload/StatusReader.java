package io.github.videotasks.ext.payload;

import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.StatusPlaces.StatusPlace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the status of a task from the places in {@link StatusPlaces}.
 *
 * <p>The first place with a text decides, with one exception, so that a success of the transport is
 * never reported as a success of the task: a value such as {@code success} or {@code ok} does not
 * decide if another place has a status value, or if an object beside it is the task.
 *
 * <p>For the packages of this library only.
 */
public final class StatusReader {

  /** Envelopes inside envelopes; real responses have at most two. */
  private static final int MAX_DEPTH = 3;

  /** Values that may be about the transport. The other success values are about a task. */
  private static final Set<String> TRANSPORT_VALUES =
      Set.of("success", "succeed", "ok", "true", "0", "200", "201", "202");

  /** Inner tasks that may also be earlier responses, whose status is then outdated. */
  private static final Set<String> MAYBE_OUTDATED = Set.of("result", "response");

  private StatusReader() {}

  /**
   * {@return whether a value is a task with a status value, at any of the places of one}
   *
   * @param json any JSON value
   */
  public static boolean hasStatus(JsonValue json) {
    return read(new JsonCursor(json)).isPresent();
  }

  /**
   * {@return whether a status value may be about the transport only, such as {@code success}}
   *
   * @param value any text
   */
  public static boolean isTransportValue(String value) {
    return TRANSPORT_VALUES.contains(StageMapping.normalize(value));
  }

  /**
   * Returns the status value of an object without looking into the objects in it.
   *
   * @param json any JSON value
   * @return the first text at the places of a status value; null if there is none
   */
  public static @Nullable String ownValue(JsonValue json) {
    for (StatusPlace place : StatusPlaces.TEXTS) {
      String value = new JsonCursor(json).at(place.path()).text();
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /**
   * Returns the task in a property: an object, the object in a list of one, or either of them in a
   * text of JSON.
   *
   * @param property the value of the property; null if absent
   * @return the object; null if the property holds something else
   */
  public static @Nullable JsonValue innerTask(@Nullable JsonValue property) {
    if (property == null) {
      return null;
    }
    JsonValue value = JsonText.open(property);
    if (value.kind() == JsonValue.Kind.ARRAY && value.elements().size() == 1) {
      value = value.elements().get(0);
    }
    return value.kind() == JsonValue.Kind.OBJECT ? value : null;
  }

  /**
   * {@return whether a value is a page of a list of tasks, as in OpenAI's API, even if it has only
   * one}
   *
   * @param json any JSON value
   */
  public static boolean isList(JsonValue json) {
    return "list".equals(new JsonCursor(json).at(VideoTask.OBJECT).text());
  }

  /**
   * {@return whether an object has the id of a task}
   *
   * @param json any JSON value
   */
  public static boolean hasId(JsonValue json) {
    JsonCursor task = new JsonCursor(json);
    return StatusPlaces.IDS.stream().anyMatch(name -> task.at(name).textOrNumber() != null);
  }

  /** Returns the status of a task; {@link TaskStatus#NONE} if there is none. */
  static TaskStatus read(JsonCursor task) {
    return read(task, MAX_DEPTH);
  }

  private static TaskStatus read(JsonCursor task, int depth) {
    TaskStatus first = TaskStatus.NONE;
    for (StatusPlace place : StatusPlaces.TEXTS) {
      String text = task.at(place.path()).text();
      TaskStatus status = text == null ? TaskStatus.NONE : TaskStatus.of(text);
      first = decides(first, status, true) ? status : first;
    }
    TaskStatus done = done(task);
    first = decides(first, done, true) ? done : first;
    for (StatusPlace place : StatusPlaces.INNER_TASKS) {
      TaskStatus inner = inner(task, place.path(), depth);
      if (decides(first, inner, !MAYBE_OUTDATED.contains(place.path()))) {
        return inner;
      }
    }
    if (!first.isPresent()) {
      String text = task.atPath(StatusPlaces.LAST.path()).text();
      return text == null ? first : TaskStatus.of(text);
    }
    JsonCursor inner =
        isTransport(first) && !hasId(task.value()) ? innerTaskWithoutStatus(task) : null;
    if (inner == null) {
      return first;
    }
    Integer progress = ProgressParser.parse(inner);
    return progress == null || progress == 100 ? first.disputed() : first.unknown();
  }

  private static TaskStatus inner(JsonCursor task, String property, int depth) {
    boolean closed = depth == 0 || isList(task.value());
    JsonValue inner = closed ? null : innerTask(task.at(property).value());
    TaskStatus status = inner == null ? TaskStatus.NONE : read(new JsonCursor(inner), depth - 1);
    return status.isPresent() ? status.within(property) : status;
  }

  /** Returns whether a further status decides instead of the first one. */
  private static boolean decides(TaskStatus first, TaskStatus next, boolean current) {
    if (!next.isPresent()) {
      return false;
    }
    if (!first.isPresent()) {
      return true;
    }
    boolean bothSuccess = first.stage() == Stage.SUCCEEDED && next.stage() == Stage.SUCCEEDED;
    if (isTransport(first)) {
      return !bothSuccess;
    }
    return current && first.mayBeSuccess() && !next.mayBeSuccess() && next.stage() != Stage.UNKNOWN;
  }

  private static TaskStatus done(JsonCursor task) {
    Boolean done = task.at(StatusPlaces.DONE.path()).value().asBoolean();
    if (done == null) {
      return TaskStatus.NONE;
    }
    if (!done) {
      return TaskStatus.of(Stage.RUNNING);
    }
    if (task.at(VideoTask.ERROR).hasContent()) {
      return TaskStatus.of(Stage.FAILED);
    }
    TaskStatus success = TaskStatus.of(Stage.SUCCEEDED);
    boolean hasResponse = task.at(StatusPlaces.DONE_RESPONSE).hasKind(JsonValue.Kind.OBJECT);
    return hasResponse ? success : success.disputed();
  }

  private static boolean isTransport(TaskStatus status) {
    return status.value() != null && isTransportValue(status.value());
  }

  /** Returns the object in the response that is a task, although it has no status value. */
  private static @Nullable JsonCursor innerTaskWithoutStatus(JsonCursor task) {
    for (StatusPlace place : StatusPlaces.INNER_TASKS) {
      JsonValue value = innerTask(task.at(place.path()).value());
      if (value != null && !MAYBE_OUTDATED.contains(place.path())) {
        JsonCursor inner = new JsonCursor(value);
        if (hasId(value) || inner.at(VideoTask.PROGRESS).hasContent()) {
          return inner;
        }
      }
    }
    return null;
  }
}
