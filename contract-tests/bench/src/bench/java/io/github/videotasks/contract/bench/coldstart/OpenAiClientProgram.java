package io.github.videotasks.contract.bench.coldstart;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;

/** Sends one request with openai-java. Arguments: base URL with a trailing slash, task id. */
final class OpenAiClientProgram {
  private OpenAiClientProgram() {}

  public static void main(String[] args) {
    OpenAIClient client =
        OpenAIOkHttpClient.builder().baseUrl(args[0] + "v1").apiKey("none").build();
    ColdStartResult.print(client.videos().retrieve(args[1]).status().toString());
    System.exit(0);
  }
}
