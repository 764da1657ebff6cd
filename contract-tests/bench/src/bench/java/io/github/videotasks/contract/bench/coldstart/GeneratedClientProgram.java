package io.github.videotasks.contract.bench.coldstart;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import java.io.IOException;

/** Asks once with the generated client. Arguments: base address with a slash at its end, id. */
final class GeneratedClientProgram {
  private GeneratedClientProgram() {}

  public static void main(String[] args) throws IOException {
    VideoTasksApi api = ApiClient.retrofit(args[0]).build().create(VideoTasksApi.class);
    ColdStartResult.print(api.retrieveVideo(args[1]).execute().body().status());
    // OkHttp keeps its threads for a minute.
    System.exit(0);
  }
}
