package com.example.videos;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

// README properties: begin
@ConfigurationProperties("video-tasks")
record VideoTasksProperties(
    String baseUrl,
    String apiKey,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("30m") Duration deadline) {}
// README properties: end
