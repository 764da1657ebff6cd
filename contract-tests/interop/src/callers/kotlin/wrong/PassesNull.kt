import io.github.videotasks.ext.VideoTasks
import io.github.videotasks.ext.payload.TaskState

fun asked(tasks: VideoTasks): TaskState =
  tasks.get(null) // refused: Null cannot be a value of a non-null type 'String'.
