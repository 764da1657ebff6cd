package io.github.videotasks.contract.examples

import io.github.videotasks.ext.VideoTasks
import io.github.videotasks.ext.polling.WaitPolicy
import io.github.videotasks.ext.schedule.PollSchedule
import java.time.Duration
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking

/** Waits for several tasks at once; no thread is blocked. Arguments: base URL, ids. */
fun main(args: Array<String>) {
  val key = System.getenv("VIDEO_TASKS_API_KEY") ?: "any"
  val policy = WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(500)))
  VideoTasks.builder().baseUrl(args[0]).apiKey(key).waitPolicy(policy).build().use { tasks ->
    // README coroutines: begin
    val ends = runBlocking {
      args.drop(1)
        .map { id -> async { tasks.awaitAsync(id).await() } } // cancelling it ends the wait
        .awaitAll()
    }
    // README coroutines: end
    ends.forEach { println("${it.id().value()}: ${it.stage()}") }
  }
}
