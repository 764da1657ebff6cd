package io.github.videotasks.client.runtime;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Sends the operations with an {@link OperationServer} to their servers.
 *
 * <p>This happens if the base URL is a server of the contract. Any other base URL is a proxy or a
 * stand-in, and receives all operations: those with a server of their own under the base path of
 * that server.
 *
 * <p>Interceptors of the application see the final URL. At another host than that of the base URL,
 * the API key is removed after them, unless the contract requires a key for the operation; over
 * http it is always removed.
 */
public final class OperationServers {
  private static final List<String> CREDENTIAL_HEADERS =
      List.of("Authorization", "Proxy-Authorization", "Cookie");

  private final HttpUrl baseUrl;
  private final boolean ofContract;
  private final String contractPath;
  private final List<String> keyNames;

  /**
   * Creates the routing for a client.
   *
   * @param baseUrl the base URL of the client
   * @param contractUrls the URLs of the contract's servers
   * @param keyNames the names of headers and query parameters that contain API keys, besides {@code
   *     Authorization} and {@code Cookie}
   * @throws IllegalArgumentException if the base URL is not an http or https URL
   */
  public OperationServers(String baseUrl, List<String> contractUrls, List<String> keyNames) {
    this.baseUrl = HttpUrl.get(baseUrl);
    List<HttpUrl> servers =
        contractUrls.stream().flatMap(url -> Stream.ofNullable(HttpUrl.parse(url))).toList();
    this.ofContract = servers.stream().anyMatch(server -> isSameHost(server, this.baseUrl));
    this.contractPath = servers.isEmpty() ? "" : pathOf(servers.get(0));
    this.keyNames = List.copyOf(keyNames);
  }

  /**
   * {@return a client that sends each operation to its server}
   *
   * @param client shares its connections and threads with the result; not changed
   */
  public OkHttpClient addTo(OkHttpClient client) {
    OkHttpClient.Builder builder = client.newBuilder();
    Interceptor route = chain -> chain.proceed(route(chain.request()));
    builder.interceptors().add(0, route);
    return builder
        .addInterceptor(chain -> chain.proceed(withoutForeignKeys(chain.request())))
        .build();
  }

  private static @Nullable OperationServer serverOf(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? null : invocation.method().getAnnotation(OperationServer.class);
  }

  /** Returns the request with the URL of its operation. */
  Request route(Request request) throws IOException {
    OperationServer operation = serverOf(request);
    if (operation == null || !request.url().encodedPath().startsWith(baseUrl.encodedPath())) {
      return request;
    }
    HttpUrl server = baseUrl.resolve(operation.value());
    if (server == null) {
      throw new IOException(
          "expected an http or https URL as server of the operation, found " + operation.value());
    }
    String path = request.url().encodedPath().substring(baseUrl.encodedPath().length() - 1);
    HttpUrl.Builder url = request.url().newBuilder();
    if (ofContract) {
      url.scheme(server.scheme()).host(server.host()).port(server.port());
      url.encodedPath(pathOf(server) + path);
    } else {
      url.encodedPath(prefix() + pathOf(server) + path);
    }
    return request.newBuilder().url(url.build()).build();
  }

  /** Returns what the path of a proxy has before the base path of the contract's server. */
  private String prefix() {
    String path = pathOf(baseUrl);
    return path.endsWith(contractPath)
        ? path.substring(0, path.length() - contractPath.length())
        : path;
  }

  /** Returns the request without API keys if they may not be sent to its host. */
  Request withoutForeignKeys(Request request) {
    OperationServer operation = serverOf(request);
    if (operation == null
        || isSameHost(request.url(), baseUrl)
        || (operation.secured() && request.isHttps())) {
      return request;
    }
    Request.Builder withoutKeys = request.newBuilder();
    CREDENTIAL_HEADERS.forEach(withoutKeys::removeHeader);
    HttpUrl.Builder url = request.url().newBuilder();
    for (String name : keyNames) {
      withoutKeys.removeHeader(name);
      url.removeAllQueryParameters(name);
    }
    return withoutKeys.url(url.build()).build();
  }

  private static boolean isSameHost(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  /** Returns the path without a slash at its end. */
  private static String pathOf(HttpUrl url) {
    return url.encodedPath().replaceFirst("/+$", "");
  }
}
