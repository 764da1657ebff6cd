import io.github.videotasks.ext.payload.TaskState

fun url(task: TaskState): String =
  task.result().url // expected error: Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'Asset?'.
