package com.example.videos;

import io.github.videotasks.ext.payload.TaskState;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Waits for the task of {@code --id=…} and prints its result. */
@SpringBootApplication
public class VideosApplication implements ApplicationRunner {

  private final VideoService service;

  VideosApplication(VideoService service) {
    this.service = service;
  }

  public static void main(String[] args) {
    SpringApplication.run(VideosApplication.class, args);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (arguments.containsOption("id")) {
      TaskState task = service.follow(arguments.getOptionValues("id").get(0)).join();
      System.out.println(task.stage() + " " + task.result());
    }
  }
}
