import io.github.videotasks.ext.VideoTasks
import io.github.videotasks.ext.payload.TaskState

fun asked(tasks: VideoTasks): TaskState =
  tasks.get("sora-2:task_1")
