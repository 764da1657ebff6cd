import io.github.videotasks.ext.payload.TaskState

fun address(task: TaskState): String? =
  task.result()?.address
