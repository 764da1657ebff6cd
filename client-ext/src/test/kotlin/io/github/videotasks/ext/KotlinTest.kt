package io.github.videotasks.ext

import io.github.videotasks.ext.events.TaskEvent
import io.github.videotasks.ext.payload.Detail
import io.github.videotasks.ext.payload.DraftInfo
import io.github.videotasks.ext.payload.PendingInfo
import io.github.videotasks.ext.payload.Stage
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.future.await
import kotlinx.coroutines.jdk9.asFlow
import kotlinx.coroutines.runBlocking
import mockwebserver3.MockResponse
import mockwebserver3.MockWebServer
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** A caller in Kotlin: exhaustive `when` without `else`, nullness from the annotations, `await`. */
class KotlinTest {

  private fun describe(detail: Detail): String =
    when (detail) {
      is Detail.Waiting ->
        when (val pending = detail.pendingInfo()) {
          is PendingInfo.VideoGen -> "waiting, ${pending.progress() ?: 0}%, ${pending.model().width()} wide"
          is PendingInfo.Unknown -> "waiting"
        }
      is Detail.Finished ->
        when (val draft = detail.draftInfo()) {
          is DraftInfo.Draft -> "made at ${draft.createdAt()}"
          is DraftInfo.ContentViolation -> "refused: ${draft.reason()}"
          is DraftInfo.Unknown -> "made"
        }
      is Detail.Veo -> "veo"
      is Detail.Unknown -> "unknown ${detail.raw().kind()}"
    }

  private fun tasks(server: MockWebServer): VideoTasks =
    VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build()

  private fun serverReturning(vararg bodies: String) =
    MockWebServer().apply {
      bodies.forEach { enqueue(MockResponse.Builder().body(it).build()) }
      start()
    }

  @Test
  fun awaitsTaskAndSwitchesOverDetail() {
    val done =
      """{"status":"completed","video_url":"https://a/v.mp4","detail":{"draft_info":{"kind":"x","reason_str":"r"}}}"""
    serverReturning(done).use { server ->
      tasks(server).use { tasks ->
        val state = runBlocking { tasks.awaitAsync("sora-2:task_1").await() }
        assertThat(state.stage()).isEqualTo(Stage.SUCCEEDED)
        assertThat(describe(state.detail())).isEqualTo("refused: r")
        // Nullability is part of the types: id() needs no "!!", result() needs "?.".
        val id: String = state.id().value()
        val url: String? = state.result()?.url()
        assertThat("$id $url ${state.progress()?.plus(1)}").isEqualTo("sora-2:task_1 https://a/v.mp4 null")
      }
    }
  }

  @Test
  fun sendsRequestWithCallOptions() {
    val pending =
      """{"status":"pending","detail":{"pending_info":{"type":"video_gen","progress_pct":0.5,"width":352}}}"""
    serverReturning(pending).use { server ->
      tasks(server).use { tasks ->
        val options = CallOptions.defaults().withEndpoint(EndpointStyle.OPENAI)
        assertThat(describe(tasks.get("a", options).detail())).isEqualTo("waiting, 50%, 352 wide")
        assertThat(server.takeRequest().target).isEqualTo("/v1/videos/a")
      }
    }
  }

  private fun describe(event: TaskEvent): String =
    when (event) {
      is TaskEvent.StageChanged -> "${event.id()} is ${event.state().stage()}"
      is TaskEvent.Regressed -> "${event.id()} went back"
      is TaskEvent.Stalled -> "${event.id()} is stuck for ${event.unchanged()}"
      is TaskEvent.Ended -> "${event.id()} ended ${event.state().stage()}"
      is TaskEvent.Failed -> "${event.id()} failed: ${event.error().message}"
    }

  private val completed = """{"status":"completed","video_url":"https://a/v.mp4"}"""

  @Test
  fun collectsEventsOfManyTasksAsFlow() {
    serverReturning(completed, completed).use { server ->
      tasks(server).use { tasks ->
        val events = runBlocking { tasks.watchAll(listOf("a", "b", "a")).asFlow().toList() }
        assertThat(events.map(::describe)).containsExactlyInAnyOrder("a ended SUCCEEDED", "b ended SUCCEEDED")
      }
    }
  }

  @Test
  fun cancelledFlowStopsItsPollLoops() {
    serverReturning("""{"status":"processing","progress":1}""").use { server ->
      tasks(server).use { tasks ->
        val event = runBlocking { tasks.watchAll(listOf("a")).asFlow().first() }
        assertThat(describe(event)).isEqualTo("a is RUNNING")
        assertThat(tasks).hasToString("VideoTasks[0 open]")
      }
    }
  }
}
