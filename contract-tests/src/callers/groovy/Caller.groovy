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
      TaskState task = tasks.await(id) // asks until it ends, 30 minutes at most
      String video = task.result()?.address() ?: 'no address' // what may be missing is null
      task.detail().match( // a closure a form: with @CompileStatic none can be left out
          { "in the making: ${it.pendingInfo()}" },
          { "made: ${it.draftInfo()}, $video" },
          { "veo, running: ${it.running}, $video" },
          { "nothing more is said, $video" })
    } catch (TaskNotFoundException e) {
      "no such task: ${e.httpStatus()} ${e.code()}"
    } catch (WaitTimeoutException e) {
      "not yet: ${e.kind()}"
    }
  }
  // README: end

  private static String inside(Detail detail) {
    if (detail instanceof Detail.Waiting) {
      PendingInfo pending = detail.pendingInfo()
      pending instanceof PendingInfo.VideoGen
          ? "${pending.progress() ?: 'no'} %, ${pending.createdAt()?.epochSecond ?: 'never'}"
          : "pending ${((PendingInfo.Unknown) pending).type()}"
    } else if (detail instanceof Detail.Finished) {
      DraftInfo draft = detail.draftInfo()
      draft.match(
          { "draft of ${it.createdAt()?.epochSecond ?: 'never'}, ${it.model().width()} wide" },
          { "refused: ${it.reason()}" },
          { "draft ${it.raw().kind()}" })
    } else if (detail instanceof Detail.Veo) {
      "veo ${detail.videoUrl()} ${detail.errorText()}"
    } else {
      "unknown ${detail.raw().kind()}"
    }
  }

  private static String inWords(TaskState task) {
    "${task.stage()} ${task.status()} ${task.progress()} ${task.failure()?.kind()}: ${inside(task.detail())}"
  }

  private static void tell(VideoTasks tasks, WaitPolicy policy, String id) {
    try {
      println "$id: ${inWords(tasks.get(id))}"
      List<String> heard = []
      tasks.await(id, policy) { heard << inWords(it) }
      println heard
    } catch (VideoTasksException e) {
      println "$id: ${e.kind()}"
    }
    println follow(tasks, id)
  }

  private static final WaitPolicy QUICK =
      WaitPolicy.defaults().withSchedule { Duration.ofMillis(250) }.withToleratedNotFound(0)

  /** Four arguments a task: base URL, endpoint, milliseconds to wait, id. */
  static void main(String[] args) {
    for (List<String> task : args.toList().collate(4)) {
      WaitPolicy policy = QUICK.withDeadline(Duration.ofMillis(task[2].toLong()))
      VideoTasks.builder()
          .baseUrl(task[0])
          .apiKey('key')
          .endpoint(EndpointStyle.valueOf(task[1]))
          .waitPolicy(policy)
          .build()
          .withCloseable { tell(it, policy, task[3]) }
    }
  }
}
