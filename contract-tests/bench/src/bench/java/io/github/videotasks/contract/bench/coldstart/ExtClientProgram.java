package io.github.videotasks.contract.bench.coldstart;

import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;

/** Sends one request with the extension. Arguments: base URL with a trailing slash, task id. */
final class ExtClientProgram {
  private ExtClientProgram() {}

  public static void main(String[] args) {
    VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl(args[0])
            // As long as a real key, so that the extension searches for it in the response.
            .apiKey("sk-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL")
            .endpoint(EndpointStyle.OPENAI)
            .build();
    ColdStartResult.print(String.valueOf(tasks.get(args[1]).status()));
    // OkHttp keeps its threads for a minute; exit without waiting for them.
    System.exit(0);
  }
}
