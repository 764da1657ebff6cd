package io.github.videotasks.ext.http;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.recording.ExchangeRecorder;
import io.github.videotasks.ext.telemetry.RequestTelemetry;
import io.github.videotasks.ext.time.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * One gateway over HTTP. Requests are sent through the generated Retrofit interface; everything
 * around a call is a decorator that {@link #create} composes in one list.
 *
 * <p>Package-private where the facade does not need it.
 */
public final class GatewayClient {

  private final BaseUrl baseUrl;
  private final OkHttpClient httpClient;
  private final Retrofit apiRetrofit;
  private final TaskCalls calls;
  private final ResponseParser parser;
  private final Scheduler scheduler;
  private final RequestTelemetry telemetry;
  private final boolean ownsConnections;
  private final @Nullable ExchangeRecorder recorder;

  private GatewayClient(
      BaseUrl baseUrl,
      OkHttpClient httpClient,
      Retrofit apiRetrofit,
      TaskCalls calls,
      ResponseParser parser,
      Scheduler scheduler,
      RequestTelemetry telemetry,
      boolean ownsConnections,
      @Nullable ExchangeRecorder recorder) {
    this.baseUrl = baseUrl;
    this.httpClient = httpClient;
    this.apiRetrofit = apiRetrofit;
    this.calls = calls;
    this.parser = parser;
    this.scheduler = scheduler;
    this.telemetry = telemetry;
    this.ownsConnections = ownsConnections;
    this.recorder = recorder;
  }

  /**
   * What a client is made of.
   *
   * @param baseUrl of the gateway
   * @param allowsPlainHttp whether http is allowed beyond this machine
   * @param key sent to the gateway's origin and nowhere else
   * @param userAgent sent with each request
   * @param sharedClient a client whose connections, proxy, TLS and interceptors are used; it is not
   *     changed. Null for a client of our own.
   * @param scheduler runs timeouts and pauses
   * @param callbacks runs the callbacks of calls of {@link #createApi}
   * @param maxInFlight the most requests at a time, positive
   * @param maxResponseBytes the most bytes of a response after decompression, positive
   * @param telemetry reports each request
   * @param recorder records each response; null for none. Closed with the client.
   */
  public record Config(
      String baseUrl,
      boolean allowsPlainHttp,
      Secret key,
      UserAgent userAgent,
      @Nullable OkHttpClient sharedClient,
      Scheduler scheduler,
      Executor callbacks,
      int maxInFlight,
      long maxResponseBytes,
      RequestTelemetry telemetry,
      @Nullable ExchangeRecorder recorder) {}

  /**
   * Composes a client.
   *
   * @param config the settings
   * @return the client
   * @throws IllegalArgumentException if the key would not be safe at the base URL
   */
  public static GatewayClient create(Config config) {
    BaseUrl gateway = BaseUrl.of(config.baseUrl(), config.allowsPlainHttp());
    ResponseParser parser = new ResponseParser(config.key());
    OkHttpClient.Builder http = HttpClients.builder(config);
    // From the caller to the socket. First of all, so that it also limits what the interceptors of
    // a shared client return:
    http.interceptors().add(0, new ResponseLimitInterceptor(config.maxResponseBytes()));
    ExchangeRecorder recorder = config.recorder();
    if (recorder != null) {
      http.interceptors()
          .add(0, new RecordingInterceptor(recorder, config.key(), config.scheduler()));
    }
    http.interceptors().add(0, new TelemetryInterceptor(config.telemetry()));
    // For each request that is really sent. The key comes last, so that the interceptors of a
    // shared client, which come before, do not see it:
    http.addNetworkInterceptor(new RequestCountInterceptor());
    http.addNetworkInterceptor(config.userAgent());
    http.addNetworkInterceptor(new ApiKeyInterceptor(gateway, config.key()));
    OkHttpClient client = http.build();
    TaggingCallFactory tagging = new TaggingCallFactory(client);
    Retrofit.Builder builder =
        ApiClient.retrofit(gateway.url().toString(), client, config.maxResponseBytes())
            .callFactory(tagging);
    // Before the generated client's own converters.
    builder.converterFactories().add(0, new TaskConverterFactory(parser));
    Retrofit retrofit = builder.build();
    // An endpoint with another path: the same generated call, sent to that path.
    TaskCalls calls =
        new TaskCalls(retrofit, path -> new PathCallFactory(tagging, gateway.url(), path));
    return new GatewayClient(
        gateway,
        client,
        builder.callFactory(new CallbackCallFactory(tagging, config.callbacks())).build(),
        calls,
        parser,
        config.scheduler(),
        config.telemetry(),
        config.sharedClient() == null,
        recorder);
  }

  /**
   * Requests a task, with retries.
   *
   * @param id the task
   * @param settings endpoint, timeout and number of requests
   * @return a future of the state; it fails with a {@link
   *     io.github.videotasks.ext.error.VideoTasksException}
   */
  public CompletableFuture<TaskState> fetch(TaskId id, RequestSettings settings) {
    return new RetryingRequest(this, id, settings).start();
  }

  /**
   * {@return the source of polls with these settings} Sources with equal settings are equal.
   *
   * @param settings endpoint, timeout and number of requests of each poll
   */
  public TaskSource pollSource(RequestSettings settings) {
    return new HttpTaskSource(this, settings);
  }

  /**
   * Creates a Retrofit interface whose calls are sent by this client.
   *
   * @param <T> the interface
   * @param type the class of the interface, with Retrofit's annotations
   * @return an implementation
   */
  public <T> T createApi(Class<T> type) {
    return apiRetrofit.create(type);
  }

  /**
   * Creates a client for files that the gateway stores.
   *
   * @param sockets used unless the shared client has sockets of its own
   * @return the client; it never sends the API key to a file host
   */
  public ContentClient contentClient(SocketFactory sockets) {
    return new ContentClient(httpClient, calls.generated(), parser, sockets);
  }

  /** {@return the base URL, which holds no secrets} */
  public String baseUrl() {
    return baseUrl.url().toString();
  }

  /** Releases the threads, and the connections unless they are those of a shared client. */
  public void close() {
    httpClient.dispatcher().executorService().shutdown();
    if (ownsConnections) {
      httpClient.connectionPool().evictAll();
    }
    if (recorder != null) {
      recorder.close();
    }
  }

  /** {@return the clock and timer that requests use} */
  public Scheduler scheduler() {
    return scheduler;
  }

  RequestTelemetry telemetry() {
    return telemetry;
  }

  ResponseParser parser() {
    return parser;
  }

  /** Creates a call of the generated interface, to the path of the operation. */
  Call<VideoTask> newCall(TaskOperation operation, TaskId id) {
    return calls.newCall(operation, id);
  }

  String host() {
    return baseUrl.url().host();
  }
}
