package com.example.videos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@SpringBootTest(properties = "video-tasks.api-key=any")
class ScriptedGatewayTest {

  @Autowired private VideoService service;
  @Autowired private VirtualTime time;

  // README test: begin
  @TestConfiguration
  static class ScriptedGateway {

    @Bean
    VirtualTime time() {
      return new VirtualTime();
    }

    @Bean
    @Primary
    VideoTasks scriptedTasks(VirtualTime time) {
      TaskScript script = new TaskScript(time, "pending", "processing 40", "completed");
      return VideoTasks.builder().taskSource(script).scheduler(time).build();
    }
  }

  @Test
  void followsTaskToItsEnd() {
    CompletableFuture<TaskState> end = service.follow("sora-2:task_1");
    time.advance(Duration.ofHours(1));
    assertThat(end.join().stage()).isEqualTo(Stage.SUCCEEDED);
  }
  // README test: end
}
