import io.github.videotasks.ext.VideoTasks
import io.github.videotasks.ext.payload.TaskState

fun find(tasks: VideoTasks): TaskState =
  tasks.get(null) // expected error: Null cannot be a value of a non-null type 'String'.
