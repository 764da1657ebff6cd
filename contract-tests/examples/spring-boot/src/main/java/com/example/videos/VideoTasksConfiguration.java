package com.example.videos;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.polling.WaitPolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// README bean: begin
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VideoTasksProperties.class)
class VideoTasksConfiguration {

  @Bean // closed with the application, which ends all waits
  VideoTasks videoTasks(VideoTasksProperties properties) {
    return VideoTasks.builder()
        .baseUrl(properties.baseUrl())
        .apiKey(properties.apiKey())
        .timeout(properties.timeout())
        .waitPolicy(WaitPolicy.defaults().withDeadline(properties.deadline()))
        .build();
  }
}
// README bean: end
