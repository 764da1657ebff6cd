package io.github.videotasks.contract.consumer;

import static au.com.dius.pact.consumer.dsl.Matchers.fromProviderState;
import static au.com.dius.pact.consumer.dsl.Matchers.regexp;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.model.annotations.PactDirectory;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A consumer test to read first: every value is written out. An application that only needs the
 * file of a finished task writes such a pact with its own provider name. The pacts of this
 * project's clients are derived by {@link ConsumerPactTest} instead.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "chainhub-grok", pactVersion = PactSpecVersion.V4)
@PactDirectory("target/handwritten-pact")
class HandwrittenPactTest {

  @Pact(consumer = "an-application")
  V4Pact finishedTask(PactBuilder builder) {
    return builder
        .given("a task is finished", Map.of("id", "task-1"))
        .expectsToReceiveHttpInteraction(
            "a request for a finished task",
            http ->
                http.withRequest(HandwrittenPactTest::request)
                    .willRespondWith(HandwrittenPactTest::response))
        .toPact();
  }

  private static HttpRequestBuilder request(HttpRequestBuilder request) {
    return request
        .method("GET")
        .path("/v1/video/query")
        .queryParameter("id", fromProviderState("${id}", "task-1"))
        .header("Authorization", regexp("Bearer .+", "Bearer a-token"));
  }

  private static HttpResponseBuilder response(HttpResponseBuilder response) {
    return response
        .status(200)
        .body(
            new PactDslJsonBody()
                .stringType("id", "task-1")
                .stringMatcher("status", "completed|succeeded", "completed")
                .stringMatcher("video_url", "https?://.+", "https://files.example/v.mp4"));
  }

  @Test
  void readsFileOfFinishedTask(MockServer gateway) {
    try (VideoTasks tasks =
        VideoTasks.builder().baseUrl(gateway.getUrl()).apiKey("a-token").build()) {
      TaskState task = tasks.get("task-1");

      assertThat(task.stage()).isEqualTo(Stage.SUCCEEDED);
      assertThat(task.result())
          .isNotNull()
          .extracting(Asset::url)
          .isEqualTo("https://files.example/v.mp4");
    }
  }
}
