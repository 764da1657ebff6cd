package callers

import io.github.videotasks.ext.EndpointStyle
import io.github.videotasks.ext.VideoTasks
import io.github.videotasks.ext.error.TaskNotFoundException
import io.github.videotasks.ext.error.VideoTasksException
import io.github.videotasks.ext.payload.Detail
import io.github.videotasks.ext.payload.DraftInfo
import io.github.videotasks.ext.payload.PendingInfo
import io.github.videotasks.ext.payload.TaskState
import io.github.videotasks.ext.polling.WaitPolicy
import io.github.videotasks.ext.polling.WaitTimeoutException
import java.time.Duration

// README: begin
fun follow(tasks: VideoTasks, id: String): String =
  try {
    val task = tasks.await(id) // polls until the task ends, at most 30 minutes
    val video: String = task.result()?.url ?: "no URL" // result() is nullable
    when (val detail = task.detail()) { // exhaustive without else
      is Detail.Waiting -> "waiting: ${detail.pendingInfo()}"
      is Detail.Finished -> "finished: ${detail.draftInfo()}, $video"
      is Detail.Veo -> "veo, running: ${detail.isRunning}, $video"
      is Detail.Unknown -> "unknown detail, $video"
    }
  } catch (e: TaskNotFoundException) {
    "task not found: ${e.httpStatus()} ${e.code()}"
  } catch (e: WaitTimeoutException) {
    "timed out: ${e.kind()}"
  }
// README: end

private fun describeDetail(detail: Detail): String =
  when (detail) {
    is Detail.Waiting ->
      when (val pending = detail.pendingInfo()) {
        is PendingInfo.VideoGen -> "${pending.progress() ?: "no"} %, ${pending.createdAt()?.epochSecond ?: "never"}"
        is PendingInfo.Unknown -> "pending ${pending.type()}"
      }
    is Detail.Finished ->
      when (val draft = detail.draftInfo()) {
        is DraftInfo.Draft -> "draft of ${draft.createdAt()?.epochSecond ?: "never"}, ${draft.model.width()} wide"
        is DraftInfo.ContentViolation -> "content violation: ${draft.reason()}"
        is DraftInfo.Unknown -> "draft ${draft.raw.kind()}"
      }
    is Detail.Veo -> "veo ${detail.videoUrl()} ${detail.errorMessage()}"
    is Detail.Unknown -> "unknown ${detail.raw.kind()}"
  }

private fun describe(task: TaskState) =
  "${task.stage()} ${task.status()} ${task.progress()} ${task.failure()?.kind}: ${describeDetail(task.detail())}"

private fun reportTask(tasks: VideoTasks, policy: WaitPolicy, id: String) {
  try {
    println("$id: ${describe(tasks.get(id))}")
    val changes = mutableListOf<String>()
    tasks.await(id, policy) { changes += describe(it) }
    println(changes)
  } catch (e: VideoTasksException) {
    println("$id: ${e.kind()}")
  }
  println(follow(tasks, id))
}

private val fastPolling: WaitPolicy =
  WaitPolicy.defaults().withSchedule { Duration.ofMillis(250) }.withToleratedNotFound(0)

/** Takes four arguments for each task: base URL, endpoint, milliseconds to wait, id. */
fun main(args: Array<String>) {
  for ((baseUrl, endpoint, millis, id) in args.toList().chunked(4)) {
    val policy = fastPolling.withDeadline(Duration.ofMillis(millis.toLong()))
    VideoTasks.builder()
      .baseUrl(baseUrl)
      .apiKey("key")
      .endpoint(EndpointStyle.valueOf(endpoint))
      .waitPolicy(policy)
      .build()
      .use { tasks -> reportTask(tasks, policy, id) }
  }
}
