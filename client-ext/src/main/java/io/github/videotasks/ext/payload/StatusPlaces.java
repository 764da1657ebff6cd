package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;

import io.github.videotasks.client.model.GatewayError;
import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.VideoTask;
import java.util.List;

/**
 * The properties in which gateways report the status of a task. To add one, add a row and a wire
 * case in {@code wire-cases/folded/status-words.yaml}; {@link StatusReader} reads the table.
 */
final class StatusPlaces {

  /**
   * A place of a status value.
   *
   * @param path a property, or a path of properties
   * @param seenAt the page or the gateway that shows it
   */
  record StatusPlace(String path, String seenAt) {}

  /** Places of a status value that is a text, in the order in which they are read. */
  static final List<StatusPlace> TEXTS =
      List.of(
          new StatusPlace(VideoTask.STATUS, "all pages"),
          new StatusPlace("task_status", "Kling, DashScope"),
          new StatusPlace("taskStatus", "relays of Kling"),
          new StatusPlace("state", "kie, Luma, Vidu"));

  /** A boolean: false is running; true is an end, with {@link #DONE_RESPONSE} or an error. */
  static final StatusPlace DONE = new StatusPlace("done", "Veo's operations");

  /** The result beside {@link #DONE}. */
  static final String DONE_RESPONSE = "response";

  /**
   * Properties that may hold the task itself: an object, a list of one object, or either of them as
   * a text of JSON. Their status value decides if the value beside them is about the transport.
   */
  static final List<StatusPlace> INNER_TASKS =
      List.of(
          new StatusPlace(GatewayError.DATA, "new-api, Kling, kie"),
          new StatusPlace("output", "DashScope"),
          new StatusPlace("task", "relays"),
          new StatusPlace("result", "relays"),
          new StatusPlace("response", "relays"));

  /** Read if there is no other status value. */
  static final StatusPlace LAST =
      new StatusPlace(path(VideoTask.DETAIL, TaskDetail.STATUS), "the veo and sora pages");

  /** The names of a task's id. */
  static final List<String> IDS = List.of(VideoTask.ID, ModerationResult.TASK_ID, "taskId");

  private StatusPlaces() {}
}
