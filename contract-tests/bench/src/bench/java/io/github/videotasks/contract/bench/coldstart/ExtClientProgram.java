package io.github.videotasks.contract.bench.coldstart;

import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;

/** Asks once with the extension. Arguments: base address with a slash at its end, id. */
final class ExtClientProgram {
  private ExtClientProgram() {}

  public static void main(String[] args) {
    VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl(args[0])
            // As long as a real one, so that it is looked for in the answer.
            .apiKey("sk-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL")
            .endpoint(EndpointStyle.OPENAI)
            .build();
    ColdStartResult.print(String.valueOf(tasks.get(args[1]).status()));
    // OkHttp keeps its threads for a minute.
    System.exit(0);
  }
}
