import io.github.videotasks.ext.payload.TaskState

fun address(task: TaskState): String =
  task.result().address // refused: Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'Asset?'.
