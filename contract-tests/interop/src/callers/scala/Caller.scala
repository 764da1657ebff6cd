package callers

import io.github.videotasks.ext.{EndpointStyle, VideoTasks}
import io.github.videotasks.ext.error.{TaskNotFoundException, VideoTasksException}
import io.github.videotasks.ext.payload.{Detail, DraftInfo, PendingInfo, TaskState}
import io.github.videotasks.ext.polling.{WaitPolicy, WaitTimeoutException}
import java.time.Duration
import scala.collection.mutable.ListBuffer
import scala.util.Using

// README: begin
def follow(tasks: VideoTasks, id: String): String =
  try
    val task = tasks.await(id) // polls until the task ends, at most 30 minutes
    val video = Option(task.result).fold("no URL")(_.url) // result is null if there is none
    task.detail match // exhaustive: with -Werror a missing subtype does not compile
      case waiting: Detail.Waiting => s"waiting: ${waiting.pendingInfo}"
      case finished: Detail.Finished => s"finished: ${finished.draftInfo}, $video"
      case veo: Detail.Veo => s"veo, running: ${veo.isRunning}, $video"
      case _: Detail.Unknown => s"unknown detail, $video"
  catch
    case e: TaskNotFoundException => s"task not found: ${e.httpStatus} ${e.code}"
    case e: WaitTimeoutException => s"timed out: ${e.kind}"
// README: end

private def describeDetail(detail: Detail): String = detail match
  case waiting: Detail.Waiting =>
    waiting.pendingInfo match
      case video: PendingInfo.VideoGen =>
        s"${Option(video.progress).getOrElse("no")} %, ${epochSeconds(video.createdAt)}"
      case other: PendingInfo.Unknown => s"pending ${other.`type`}"
  case finished: Detail.Finished =>
    finished.draftInfo match
      case draft: DraftInfo.Draft => s"draft of ${epochSeconds(draft.createdAt)}, ${draft.model.width} wide"
      case violation: DraftInfo.ContentViolation => s"content violation: ${violation.reason}"
      case other: DraftInfo.Unknown => s"draft ${other.raw.kind}"
  case veo: Detail.Veo => s"veo ${veo.videoUrl} ${veo.errorMessage}"
  case unknown: Detail.Unknown => s"unknown ${unknown.raw.kind}"

private def epochSeconds(time: java.time.Instant) = Option(time).fold("never")(_.getEpochSecond.toString)

private def describe(task: TaskState) =
  val failure = Option(task.failure).map(_.kind).orNull
  s"${task.stage} ${task.status} ${task.progress} $failure: ${describeDetail(task.detail)}"

private def reportTask(tasks: VideoTasks, policy: WaitPolicy, id: String) =
  try
    println(s"$id: ${describe(tasks.get(id))}")
    val changes = ListBuffer[String]()
    tasks.await(id, policy, changes += describe(_))
    println(changes.mkString("[", ", ", "]"))
  catch case e: VideoTasksException => println(s"$id: ${e.kind}")
  println(follow(tasks, id))

private val fastPolling =
  WaitPolicy.defaults.withSchedule(_ => Duration.ofMillis(250)).withToleratedNotFound(0)

/** Takes four arguments for each task: base URL, endpoint, milliseconds to wait, id. */
object Caller:
  def main(args: Array[String]): Unit =
    for Array(baseUrl, endpoint, millis, id) <- args.grouped(4) do
      val policy = fastPolling.withDeadline(Duration.ofMillis(millis.toLong))
      val builder = VideoTasks.builder
        .baseUrl(baseUrl)
        .apiKey("key")
        .endpoint(EndpointStyle.valueOf(endpoint))
        .waitPolicy(policy)
      Using.resource(builder.build)(reportTask(_, policy, id))
