import io.github.videotasks.ext.VideoTasks
import io.github.videotasks.ext.payload.TaskState

fun find(tasks: VideoTasks): TaskState =
  tasks.get("sora-2:task_1")
