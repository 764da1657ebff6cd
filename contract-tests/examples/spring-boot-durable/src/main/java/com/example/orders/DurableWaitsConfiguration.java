package com.example.orders;

import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.VideoTasks;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DurableWaitsConfiguration {

  @Bean
  VideoTasks chainhub(
      @Value("${video-tasks.base-url}") String baseUrl,
      @Value("${video-tasks.api-key}") String apiKey) {
    return VideoTasks.builder().baseUrl(baseUrl).apiKey(apiKey).build();
  }

  // README bean: begin
  @Bean(initMethod = "start") // and closed before the pool is
  @DependsOnDatabaseInitialization
  DurableWaits durableWaits(DataSource dataSource, VideoTasks chainhub, OrderEvents events) {
    DurableGateway gateway = DurableGateway.of("chainhub", chainhub).withRequestsPerSecond(50);
    DurableWaits waits = DurableWaits.on(dataSource, gateway).build();
    waits.events(events::finish);
    return waits;
  }
  // README bean: end
}
