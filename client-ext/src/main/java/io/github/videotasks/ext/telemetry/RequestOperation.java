package io.github.videotasks.ext.telemetry;

/** Purpose of an HTTP request. Values may be added, so a switch needs a default branch. */
public enum RequestOperation {
  /** Status of a task, requested once: {@code get}, or a new URL for a download. */
  TASK_QUERY,
  /** Status of a task, requested by a wait. */
  TASK_POLL,
  /** File of a task, requested from the content endpoint of the gateway. */
  FILE_CONTENT,
  /** File of a task, requested from the host in its URL or from the target of a redirect. */
  FILE_DOWNLOAD,
  /** Call of an interface that {@code VideoTasks.api} returned. */
  API_CALL
}
