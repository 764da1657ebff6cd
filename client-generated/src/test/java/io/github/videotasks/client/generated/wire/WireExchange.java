package io.github.videotasks.client.generated.wire;

import com.squareup.moshi.Moshi;
import io.github.videotasks.client.runtime.JsonEnum;
import io.github.videotasks.client.runtime.JsonModel;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/** Calls one operation of a generated client and records what the server received. */
final class WireExchange {
  private static final String SCHEME_HEADER = "X-Forwarded-Proto";

  // Of OkHttp itself, or of this class.
  private static final Set<String> HEADERS_NOT_SHOWN =
      Set.of(
          "Host", "Connection", "Accept-Encoding", "User-Agent", "Content-Length", SCHEME_HEADER);

  private final WireClient client;
  private final WireCall expected;
  private final Moshi moshi;

  private String request = "";
  private Map<String, String> sent = Map.of();
  private Map<String, String> decoded = Map.of();

  WireExchange(WireClient client, WireCall expected) throws ReflectiveOperationException {
    this.client = client;
    this.expected = expected;
    this.moshi = (Moshi) invoke(client.load("ApiClient").getMethod("moshi"), null);
  }

  /** Sends the call; whatever host it is meant for, the given server receives it. */
  WireExchange send(MockWebServer server)
      throws ReflectiveOperationException, IOException, InterruptedException {
    OkHttpClient http =
        new OkHttpClient.Builder().addInterceptor(redirectTo(server.url("/"))).build();
    Method create =
        client
            .load("ApiClient")
            .getMethod("retrofit", String.class, OkHttpClient.class, long.class);
    Retrofit retrofit =
        ((Retrofit.Builder) invoke(create, null, client.baseUrl(), http, 1L << 20)).build();
    Method method = method();
    @Nullable Object[] arguments = arguments(method);
    Object api = retrofit.create(method.getDeclaringClass());
    server.enqueue(new MockResponse.Builder().body(expected.response()).build());
    Object body = ((Call<?>) invoke(method, api, arguments)).execute().body();
    request = describe(server.takeRequest());
    decoded = read(body, expected.decoded());
    for (Object argument : arguments) {
      if (argument instanceof JsonModel) {
        sent = read(argument, expected.sent());
      }
    }
    return this;
  }

  private static Interceptor redirectTo(HttpUrl server) {
    return chain -> {
      Request request = chain.request();
      HttpUrl url = request.url();
      return chain.proceed(
          request
              .newBuilder()
              .header(
                  "Host",
                  HttpUrl.defaultPort(url.scheme()) == url.port()
                      ? url.host()
                      : url.host() + ":" + url.port())
              .header(SCHEME_HEADER, url.scheme())
              .url(
                  url.newBuilder()
                      .scheme(server.scheme())
                      .host(server.host())
                      .port(server.port())
                      .build())
              .build());
    };
  }

  private Method method() {
    List<Method> found =
        client.apis().stream()
            .flatMap(api -> Stream.of(api.getMethods()))
            .filter(m -> m.getName().equals(expected.method()))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "expected one method " + expected.method() + ", found " + found + " in " + client.apis());
    }
    return found.get(0);
  }

  private @Nullable Object[] arguments(Method method) throws IOException {
    Map<String, String> left = new TreeMap<>(expected.arguments());
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < arguments.length; i++) {
      String json = left.remove(parameters[i].getName());
      arguments[i] = json == null ? null : argument(parameters[i].getParameterizedType(), json);
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("expected arguments of " + method + ", found " + left);
    }
    return arguments;
  }

  private @Nullable Object argument(Type type, String json) throws IOException {
    if (type instanceof Class<?> c && c.isEnum()) {
      String value = String.valueOf(JsonValue.parse(json).asString());
      return Stream.of(c.getEnumConstants())
          .filter(constant -> ((JsonEnum) constant).value().equals(value))
          .findFirst()
          .orElseThrow();
    }
    return moshi.adapter(type).fromJson(json);
  }

  private static String describe(RecordedRequest received) {
    StringBuilder text = new StringBuilder();
    text.append(received.getMethod())
        .append(' ')
        .append(received.getHeaders().get(SCHEME_HEADER))
        .append("://")
        .append(received.getHeaders().get("Host"))
        .append(received.getTarget());
    received
        .getHeaders()
        .forEach(
            header -> {
              if (!HEADERS_NOT_SHOWN.contains(header.getFirst())) {
                text.append('\n').append(header.getFirst()).append(": ").append(header.getSecond());
              }
            });
    if (received.getBodySize() > 0) {
      text.append("\n\n").append(Objects.requireNonNull(received.getBody()).utf8());
    }
    return text.toString();
  }

  /** Returns the value of each expected accessor. */
  private static Map<String, String> read(@Nullable Object model, Map<String, String> accessors)
      throws ReflectiveOperationException {
    Map<String, String> values = new TreeMap<>();
    for (String accessor : accessors.keySet()) {
      Object holder = Objects.requireNonNull(model, "expected a model, found none");
      values.put(accessor, describe(invoke(holder.getClass().getMethod(accessor), holder)));
    }
    return values;
  }

  private static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof JsonModel model) {
      return "model " + model.toJson().json();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(WireExchange::describe).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return new TreeSet<>(map.keySet())
          .stream()
              .map(key -> key + "=" + describe(map.get(key)))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.getClass().getSimpleName() + " " + value;
  }

  private static Object invoke(
      Method method, @Nullable Object target, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method.getName() + ": " + e.getCause(), e.getCause());
    }
  }

  String request() {
    return request;
  }

  Map<String, String> sent() {
    return sent;
  }

  Map<String, String> decoded() {
    return decoded;
  }
}
