package io.github.videotasks.ext.http;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Creates the HTTP calls of the generated interfaces, each with an {@link HttpExchange} as a tag.
 */
record TaggingCallFactory(OkHttpClient client) implements Call.Factory {

  @Override
  public Call newCall(Request request) {
    Request.Builder tagged = request.newBuilder().tag(HttpExchange.class, new HttpExchange());
    if (request.header("Accept") == null) {
      tagged.header("Accept", "application/json");
    }
    return client.newCall(tagged.build());
  }
}
