package callers

import groovy.transform.CompileStatic
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

@CompileStatic
class Caller {

  // README: begin
  static String follow(VideoTasks tasks, String id) {
    try {
      TaskState task = tasks.await(id) // polls until the task ends, at most 30 minutes
      String video = task.result()?.url() ?: 'no URL' // result() is null if there is none
      task.detail().match( // one closure per subtype, checked with @CompileStatic
          { "waiting: ${it.pendingInfo()}" },
          { "finished: ${it.draftInfo()}, $video" },
          { "veo, running: ${it.running}, $video" },
          { "unknown detail, $video" })
    } catch (TaskNotFoundException e) {
      "task not found: ${e.httpStatus()} ${e.code()}"
    } catch (WaitTimeoutException e) {
      "timed out: ${e.kind()}"
    }
  }
  // README: end

  private static String describeDetail(Detail detail) {
    if (detail instanceof Detail.Waiting) {
      PendingInfo pending = detail.pendingInfo()
      pending instanceof PendingInfo.VideoGen
          ? "${pending.progress() ?: 'no'} %, ${pending.createdAt()?.epochSecond ?: 'never'}"
          : "pending ${((PendingInfo.Unknown) pending).type()}"
    } else if (detail instanceof Detail.Finished) {
      DraftInfo draft = detail.draftInfo()
      draft.match(
          { "draft of ${it.createdAt()?.epochSecond ?: 'never'}, ${it.model().width()} wide" },
          { "content violation: ${it.reason()}" },
          { "draft ${it.raw().kind()}" })
    } else if (detail instanceof Detail.Veo) {
      "veo ${detail.videoUrl()} ${detail.errorMessage()}"
    } else {
      "unknown ${detail.raw().kind()}"
    }
  }

  private static String describe(TaskState task) {
    "${task.stage()} ${task.status()} ${task.progress()} ${task.failure()?.kind()}: ${describeDetail(task.detail())}"
  }

  private static void reportTask(VideoTasks tasks, WaitPolicy policy, String id) {
    try {
      println "$id: ${describe(tasks.get(id))}"
      List<String> changes = []
      tasks.await(id, policy) { changes << describe(it) }
      println changes
    } catch (VideoTasksException e) {
      println "$id: ${e.kind()}"
    }
    println follow(tasks, id)
  }

  private static final WaitPolicy FAST_POLLING =
      WaitPolicy.defaults().withSchedule { Duration.ofMillis(250) }.withToleratedNotFound(0)

  /** Takes four arguments for each task: base URL, endpoint, milliseconds to wait, id. */
  static void main(String[] args) {
    for (List<String> task : args.toList().collate(4)) {
      WaitPolicy policy = FAST_POLLING.withDeadline(Duration.ofMillis(task[2].toLong()))
      VideoTasks.builder()
          .baseUrl(task[0])
          .apiKey('key')
          .endpoint(EndpointStyle.valueOf(task[1]))
          .waitPolicy(policy)
          .build()
          .withCloseable { reportTask(it, policy, task[3]) }
    }
  }
}
