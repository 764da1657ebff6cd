package io.github.videotasks.contract.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Sends requests in tests with the HTTP client of the JDK, which shares no code with the clients
 * under test.
 */
public final class JdkHttp {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private JdkHttp() {}

  /** Sends a GET with a bearer token. */
  public static HttpResponse<String> get(URI url) {
    return send(HttpRequest.newBuilder(url).header("Authorization", "Bearer any").build());
  }

  /** Sends a GET without a token. */
  public static HttpResponse<String> getWithoutToken(URI url) {
    return send(HttpRequest.newBuilder(url).build());
  }

  /** Sends JSON by POST, without a token. */
  public static HttpResponse<String> post(URI url, String json) {
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
