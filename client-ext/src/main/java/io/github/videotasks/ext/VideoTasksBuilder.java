package io.github.videotasks.ext;

import io.github.videotasks.ext.callback.CallbackExecutor;
import io.github.videotasks.ext.download.Downloader;
import io.github.videotasks.ext.http.GatewayClient;
import io.github.videotasks.ext.http.Secret;
import io.github.videotasks.ext.http.UserAgent;
import io.github.videotasks.ext.polling.RateLimits;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.recording.ExchangeRecorder;
import io.github.videotasks.ext.telemetry.QueuedTelemetry;
import io.github.videotasks.ext.telemetry.RequestTelemetry;
import io.github.videotasks.ext.telemetry.TelemetryListener;
import io.github.videotasks.ext.time.Scheduler;
import io.github.videotasks.ext.time.SystemScheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builder for {@link VideoTasks}. A gateway (or a base URL) and an API key are required; everything
 * else has a default. Not thread-safe. Can build several clients.
 */
public final class VideoTasksBuilder {

  private @Nullable String baseUrl;
  private @Nullable Secret key;
  private UserAgent userAgent = UserAgent.ofLibrary();
  private boolean allowsPlainHttp;
  private @Nullable OkHttpClient sharedClient;
  private @Nullable Scheduler scheduler;
  private @Nullable TaskSource taskSource;
  private @Nullable Executor callbackExecutor;
  private TelemetryListener telemetry = TelemetryListener.none();
  private EndpointStyle endpoint = EndpointStyle.UNIFIED;
  private CallOptions callOptions = CallOptions.defaults();
  private WaitPolicy waitPolicy = WaitPolicy.defaults();
  private long maxResponseBytes = 1024L * 1024;
  private int maxInFlight = 64;
  private int maxPollsPerSecond;
  private int maxDownloads = 4;
  private @Nullable Supplier<ExchangeRecorder> recorder;

  VideoTasksBuilder() {}

  /**
   * Sets the base URL to that of a gateway of the contract.
   *
   * @param value the gateway
   * @return this builder
   */
  public VideoTasksBuilder gateway(Gateway value) {
    return baseUrl(value.baseUrl());
  }

  /**
   * Sets the base URL of a gateway that implements the contract; {@link #build} checks it.
   *
   * @param value such as {@code https://api.example.com} or {@code https://example.com/gateway}
   * @return this builder
   */
  public VideoTasksBuilder baseUrl(String value) {
    baseUrl = value;
    return this;
  }

  /**
   * Sets the API key. It is sent as a bearer token to the gateway's scheme, host and port only.
   *
   * @param value the key alone, without "Bearer"; null, as from a missing setting, is rejected
   * @return this builder
   * @throws IllegalArgumentException if the key is null, empty or not valid in a header
   */
  public VideoTasksBuilder apiKey(@Nullable String value) {
    key = new Secret(value);
    return this;
  }

  /**
   * Sets a supplier of the API key, for keys that are replaced while the client is used. It is
   * called once for each request that is sent to the gateway, retries, polls and downloads of its
   * files included, so a new key is used from the next request on. What the gateway quotes is
   * masked with the key of the request and the newest keys.
   *
   * <p>If it throws an exception or returns an invalid key, the request is not sent and not
   * retried: the call or wait ends with an {@link
   * io.github.videotasks.ext.error.ApiKeyRejectedException} whose HTTP status is 0. A supplier
   * whose source may fail for some seconds should therefore return the previous key meanwhile.
   *
   * @param value returns the key alone, as for {@link #apiKey(String)}; called on the threads that
   *     send the requests, several at a time, so it should return quickly
   * @return this builder
   */
  public VideoTasksBuilder apiKey(Supplier<String> value) {
    key = Secret.suppliedBy(value);
    return this;
  }

  /**
   * Reads the API key from an environment variable. The client reads no environment variable unless
   * this method is called.
   *
   * @param variable the name of the environment variable
   * @return this builder
   * @throws IllegalArgumentException if the variable is not set or blank, or the key is not valid
   */
  public VideoTasksBuilder apiKeyFromEnvironment(String variable) {
    return apiKey(BuilderChecks.keyInEnvironment(variable));
  }

  /**
   * Sets the endpoint of all calls whose options do not set another one.
   *
   * @param value the endpoint; {@link EndpointStyle#UNIFIED} by default
   * @return this builder
   */
  public VideoTasksBuilder endpoint(EndpointStyle value) {
    endpoint = value;
    return this;
  }

  /**
   * Sets the options of all calls and polls that are started without options. Replaces earlier
   * values of {@link #timeout} and {@link #maxRetries}.
   *
   * @param value the options; {@link CallOptions#defaults} by default
   * @return this builder
   */
  public VideoTasksBuilder callOptions(CallOptions value) {
    callOptions = value;
    return this;
  }

  /**
   * Sets {@link CallOptions#timeout} of the default call options; the last one of this method and
   * {@link #callOptions} is used. Not the timeout of a wait, which is {@link WaitPolicy#deadline}.
   *
   * @param value the maximum time of a call with all its retries, positive; 30 s by default
   * @return this builder
   * @throws IllegalArgumentException if the value is not positive
   */
  public VideoTasksBuilder timeout(Duration value) {
    return callOptions(callOptions.withTimeout(value));
  }

  /**
   * Sets {@link CallOptions#maxRequests} of the default call options to one more than the retries;
   * the last one of this method and {@link #callOptions} is used.
   *
   * @param value the maximum number of retries of a call or poll; 0 for one request, 2 by default
   * @return this builder
   * @throws IllegalArgumentException if the value is negative
   */
  public VideoTasksBuilder maxRetries(int value) {
    BuilderChecks.requireAtLeast(0, value, "maxRetries");
    return callOptions(callOptions.withMaxRequests(value == Integer.MAX_VALUE ? value : value + 1));
  }

  /**
   * Sets the name of the application for the User-Agent header of requests to the gateway, as in
   * {@code shop/2.1 video-tasks/1.0.0 okhttp/5.5.1}. Requests to other file hosts are sent without
   * it. A User-Agent that a shared HTTP client or an interface of {@link VideoTasks#api} sets is
   * sent instead.
   *
   * @param appName such as {@code shop/2.1}; only this library and OkHttp are named by default
   * @return this builder
   * @throws IllegalArgumentException if it is not 1 to 200 visible ASCII characters, with single
   *     blanks between words
   */
  public VideoTasksBuilder userAgent(String appName) {
    userAgent = UserAgent.of(appName);
    return this;
  }

  /**
   * Sets the policy of all waits that are started without a policy. Its {@link
   * WaitPolicy#maxRetryAfter} also limits the pause of all polls after a 429.
   *
   * @param value the policy; {@link WaitPolicy#defaults} by default
   * @return this builder
   */
  public VideoTasksBuilder waitPolicy(WaitPolicy value) {
    waitPolicy = value;
    return this;
  }

  /**
   * Allows a base URL with http on other machines; by default only loopback may use it, because the
   * API key can be read on the network.
   *
   * @return this builder
   */
  public VideoTasksBuilder allowPlainHttp() {
    allowsPlainHttp = true;
    return this;
  }

  /**
   * Sets a shared HTTP client, whose connections, proxy, DNS, TLS settings, interceptors, event
   * listeners and timeouts are used for requests to the gateway. It is neither changed nor closed.
   * Its redirects, cookies, cache and authenticator are not used.
   *
   * <p>Its interceptors and event listeners see neither the API key nor a request that contains it,
   * but they see the responses of the gateway before they are masked. A socket factory of the
   * shared client sees all bytes that are sent.
   *
   * <p>For files on other hosts only its DNS, TLS settings and protocols are used, and with {@link
   * io.github.videotasks.ext.download.DownloadOptions#withProxy} its proxy: an interceptor could
   * add an API key, and an event listener log a signed URL. {@link #telemetry} reports these
   * requests too.
   *
   * @param value the shared client; by default each {@link VideoTasks} has its own
   * @return this builder
   */
  public VideoTasksBuilder httpClient(OkHttpClient value) {
    sharedClient = value;
    return this;
  }

  /**
   * Sets the maximum size of a response. A larger response, or one with more than 20,000 JSON
   * values, is an error of kind TOO_LARGE. Of an error response at most 64 KiB are read.
   *
   * @param value bytes after decompression, positive; 1 MiB by default
   * @return this builder
   * @throws IllegalArgumentException if the value is not positive
   */
  public VideoTasksBuilder maxResponseBytes(long value) {
    maxResponseBytes = BuilderChecks.requirePositive(value, "maxResponseBytes");
    return this;
  }

  /**
   * Sets the maximum number of concurrent requests to the gateway; others are queued.
   *
   * @param value positive; 64 by default
   * @return this builder
   * @throws IllegalArgumentException if the value is not positive
   */
  public VideoTasksBuilder maxRequestsInFlight(int value) {
    maxInFlight = (int) BuilderChecks.requirePositive(value, "maxRequestsInFlight");
    return this;
  }

  /**
   * Sets the maximum number of concurrent downloads; others are queued.
   *
   * @param value positive; 4 by default
   * @return this builder
   * @throws IllegalArgumentException if the value is not positive
   */
  public VideoTasksBuilder maxDownloads(int value) {
    maxDownloads = (int) BuilderChecks.requirePositive(value, "maxDownloads");
    return this;
  }

  /**
   * Sets the maximum number of polls per second, for all waits together. A 429 of the gateway slows
   * down all waits in any case.
   *
   * @param value polls per second, positive; no limit by default
   * @return this builder
   * @throws IllegalArgumentException if the value is not positive
   */
  public VideoTasksBuilder maxPollsPerSecond(int value) {
    maxPollsPerSecond = (int) BuilderChecks.requirePositive(value, "maxPollsPerSecond");
    return this;
  }

  /**
   * Sets the clock and timer, for example a virtual one in tests.
   *
   * @param value not closed with the client; a {@link SystemScheduler} by default
   * @return this builder
   */
  public VideoTasksBuilder scheduler(Scheduler value) {
    scheduler = value;
    return this;
  }

  /**
   * Sets the executor of callbacks: listeners, subscribers, dependent stages of returned futures,
   * custom schedules. Polls, deadlines and downloads never wait for one. Those of one wait or
   * download run in order, one at a time, and occupy at most one place of the executor's queue.
   *
   * @param value not closed with the client; what it rejects runs on threads of their own. By
   *     default a virtual thread for each callback (Java 21 and later), or at most 1,024 platform
   *     threads, or the executor of the {@linkplain Scheduler#callbackExecutor scheduler}. With
   *     {@code Runnable::run} a callback that blocks stops the polls of other tasks.
   * @return this builder
   */
  public VideoTasksBuilder callbackExecutor(Executor value) {
    callbackExecutor = value;
    return this;
  }

  /**
   * Sets the listener for the requests of the client, for metrics and tracing. It is called on a
   * thread of its own, and never receives a URL, a task id or the API key. A {@link #taskSource}
   * sends no requests, so it causes no events.
   *
   * @param value the listener; none by default
   * @return this builder
   */
  public VideoTasksBuilder telemetry(TelemetryListener value) {
    telemetry = QueuedTelemetry.of(value);
    return this;
  }

  /**
   * Records each response of the gateway to a file, one JSON object in a line, for example to
   * attach it to an issue; {@code spec-tool observe} compares it with the contract. Off by default.
   *
   * <p>The file contains neither the API key nor a prompt, a signed query or an id: of texts only
   * words such as status values, numbers and times are written. Requests are recorded without
   * headers and bodies, downloaded files not at all.
   *
   * <p>A recording neither fails nor delays a request: a response is dropped and counted if the
   * file is full or cannot be written. {@link VideoTasks#close} completes it within two seconds.
   *
   * @param file appended to, and created with the first response, readable by its owner only
   * @param maxBytes the maximum size of the file, at least 1,024
   * @return this builder
   * @throws IllegalArgumentException if the size is less
   */
  public VideoTasksBuilder recordTo(Path file, long maxBytes) {
    BuilderChecks.requireAtLeast(ExchangeRecorder.MIN_BYTES, maxBytes, "maxBytes");
    recorder = () -> new ExchangeRecorder(file, maxBytes);
    return this;
  }

  /**
   * Sets a source of responses instead of a gateway and its API key, for tests: no request leaves
   * the process. With a virtual {@link #scheduler} a test does not wait in real time.
   *
   * @param value the source
   * @return this builder
   */
  public VideoTasksBuilder taskSource(TaskSource value) {
    taskSource = value;
    return this;
  }

  /**
   * Builds the client.
   *
   * @return a new client; close it after use
   * @throws IllegalArgumentException if the gateway or the API key is missing, or the base URL is
   *     not valid or not safe for an API key
   */
  public VideoTasks build() {
    Scheduler given = scheduler;
    Scheduler time = given == null ? new SystemScheduler() : given;
    Executor chosen = callbackExecutor == null ? time.callbackExecutor() : callbackExecutor;
    CallbackExecutor callbacks = CallbackExecutor.of(chosen, telemetry::onCallbacksSaturated);
    RequestTelemetry requests = new RequestTelemetry(telemetry, time);
    GatewayClient gateway =
        GatewayClient.create(
            new GatewayClient.Config(
                BuilderChecks.baseUrl(baseUrl, taskSource != null),
                allowsPlainHttp,
                BuilderChecks.key(key, taskSource != null),
                userAgent,
                sharedClient,
                time,
                callbacks,
                maxInFlight,
                maxResponseBytes,
                requests,
                recorder == null ? null : recorder.get()));
    long interval = maxPollsPerSecond == 0 ? 0 : (long) (1e9 / maxPollsPerSecond);
    return new DefaultVideoTasks(
        gateway,
        taskSource,
        new ClientDefaults(endpoint, callOptions, waitPolicy),
        new RateLimits(maxInFlight, Duration.ofNanos(interval), waitPolicy.maxRetryAfter()),
        callbacks,
        gatewayAccess ->
            new Downloader(
                gatewayAccess,
                sharedClient,
                UserAgent.ofLibrary(),
                time,
                callbacks,
                requests,
                maxDownloads),
        () -> release(gateway, given == null ? time : null));
  }

  private static void release(GatewayClient gateway, @Nullable Scheduler ownScheduler) {
    gateway.close();
    if (ownScheduler instanceof SystemScheduler own) {
      own.close();
    }
  }
}
