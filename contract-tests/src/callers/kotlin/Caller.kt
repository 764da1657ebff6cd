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
    val task = tasks.await(id) // asks until it ends, 30 minutes at most
    val video: String = task.result()?.address ?: "no address" // the types say what may be missing
    when (val detail = task.detail()) { // exhaustive: no else
      is Detail.Waiting -> "in the making: ${detail.pendingInfo()}"
      is Detail.Finished -> "made: ${detail.draftInfo()}, $video"
      is Detail.Veo -> "veo, running: ${detail.isRunning}, $video"
      is Detail.Unknown -> "nothing more is said, $video"
    }
  } catch (e: TaskNotFoundException) {
    "no such task: ${e.httpStatus()} ${e.code()}"
  } catch (e: WaitTimeoutException) {
    "not yet: ${e.kind()}"
  }
// README: end

private fun inside(detail: Detail): String =
  when (detail) {
    is Detail.Waiting ->
      when (val pending = detail.pendingInfo()) {
        is PendingInfo.VideoGen -> "${pending.progress() ?: "no"} %, ${pending.createdAt()?.epochSecond ?: "never"}"
        is PendingInfo.Unknown -> "pending ${pending.type()}"
      }
    is Detail.Finished ->
      when (val draft = detail.draftInfo()) {
        is DraftInfo.Draft -> "draft of ${draft.createdAt()?.epochSecond ?: "never"}, ${draft.model.width()} wide"
        is DraftInfo.ContentViolation -> "refused: ${draft.reason()}"
        is DraftInfo.Unknown -> "draft ${draft.raw.kind()}"
      }
    is Detail.Veo -> "veo ${detail.videoUrl()} ${detail.errorText()}"
    is Detail.Unknown -> "unknown ${detail.raw.kind()}"
  }

private fun inWords(task: TaskState) =
  "${task.stage()} ${task.status()} ${task.progress()} ${task.failure()?.kind}: ${inside(task.detail())}"

private fun tell(tasks: VideoTasks, policy: WaitPolicy, id: String) {
  try {
    println("$id: ${inWords(tasks.get(id))}")
    val heard = mutableListOf<String>()
    tasks.await(id, policy) { heard += inWords(it) }
    println(heard)
  } catch (e: VideoTasksException) {
    println("$id: ${e.kind()}")
  }
  println(follow(tasks, id))
}

private val quick: WaitPolicy =
  WaitPolicy.defaults().withSchedule { Duration.ofMillis(250) }.withToleratedNotFound(0)

/** Four arguments a task: base URL, endpoint, milliseconds to wait, id. */
fun main(args: Array<String>) {
  for ((baseUrl, endpoint, millis, id) in args.toList().chunked(4)) {
    val policy = quick.withDeadline(Duration.ofMillis(millis.toLong()))
    VideoTasks.builder()
      .baseUrl(baseUrl)
      .apiKey("key")
      .endpoint(EndpointStyle.valueOf(endpoint))
      .waitPolicy(policy)
      .build()
      .use { tasks -> tell(tasks, policy, id) }
  }
}
