package io.github.videotasks.contract.bench.coldstart;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import java.io.IOException;

/** Sends one request with the generated client. Arguments: base URL with a final slash, task id. */
final class GeneratedClientProgram {
  private GeneratedClientProgram() {}

  public static void main(String[] args) throws IOException {
    VideoTasksApi api = ApiClient.retrofit(args[0]).build().create(VideoTasksApi.class);
    ColdStartResult.print(api.retrieveVideo(args[1]).execute().body().status());
    // OkHttp keeps its threads for a minute; exit without waiting for them.
    System.exit(0);
  }
}
