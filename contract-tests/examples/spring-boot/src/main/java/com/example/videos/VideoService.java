package com.example.videos;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/** Follows tasks without blocking a thread. */
@Service
class VideoService {

  private final VideoTasks tasks;

  VideoService(VideoTasks tasks) {
    this.tasks = tasks;
  }

  CompletableFuture<TaskState> follow(String id) {
    return tasks.awaitAsync(id);
  }
}
