import io.github.videotasks.ext.payload.TaskState

fun url(task: TaskState): String? =
  task.result()?.url
