package io.github.videotasks.ext.http;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Sends the requests of the generated interfaces to another path of the same gateway.
 *
 * @param next creates the calls
 * @param base of the gateway
 * @param path replaces the path and the query of each request
 */
record PathCallFactory(Call.Factory next, HttpUrl base, PathTemplate path) implements Call.Factory {

  @Override
  public Call newCall(Request request) {
    return next.newCall(request.newBuilder().url(path.resolve(base, request.url())).build());
  }
}
