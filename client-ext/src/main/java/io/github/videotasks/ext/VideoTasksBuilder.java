package io.github.videotasks.ext;

import io.github.videotasks.ext.download.Downloader;
import io.github.videotasks.ext.http.BaseUrl;
import io.github.videotasks.ext.http.GatewayClient;
import io.github.videotasks.ext.http.HttpClients;
import io.github.videotasks.ext.http.ResponseParser;
import io.github.videotasks.ext.http.Secret;
import io.github.videotasks.ext.http.TaskRequestFactory;
import io.github.videotasks.ext.http.Transport;
import io.github.videotasks.ext.polling.RateLimits;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.time.Scheduler;
import io.github.videotasks.ext.time.SystemScheduler;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Puts a client together. Needed are a gateway (or a base URL) and a key; for the rest there are
 * defaults. Not for use by several threads at once; may build several clients.
 */
public final class VideoTasksBuilder {

  private static final long DEFAULT_MAX_RESPONSE_BYTES = 1024L * 1024;
  private static final int DEFAULT_MAX_IN_FLIGHT = 64;
  private static final int DEFAULT_MAX_DOWNLOADS = 4;

  private @Nullable String baseUrl;
  private @Nullable Secret key;
  private boolean allowsPlainHttp;
  private @Nullable OkHttpClient sharedClient;
  private @Nullable Scheduler scheduler;
  private @Nullable TaskSource taskSource;
  private EndpointStyle endpoint = EndpointStyle.UNIFIED;
  private CallOptions callOptions = CallOptions.defaults();
  private WaitPolicy waitPolicy = WaitPolicy.defaults();
  private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
  private int maxInFlight = DEFAULT_MAX_IN_FLIGHT;
  private int maxPollsPerSecond;
  private int maxDownloads = DEFAULT_MAX_DOWNLOADS;

  VideoTasksBuilder() {}

  /** Asks one of the gateways of the contract. */
  public VideoTasksBuilder gateway(Gateway value) {
    return baseUrl(value.baseUrl());
  }

  /**
   * Asks any gateway that speaks the contract.
   *
   * @param value such as {@code https://api.example.com} or {@code https://example.com/gateway}
   */
  public VideoTasksBuilder baseUrl(String value) {
    baseUrl = value;
    return this;
  }

  /**
   * The key, sent as a bearer token to the gateway's scheme, host and port and nowhere else.
   *
   * @param value the key alone; null, as a setting that is missing gives it, is refused
   * @throws IllegalArgumentException if it is null or cannot stand in a header
   */
  public VideoTasksBuilder apiKey(@Nullable String value) {
    key = new Secret(value);
    return this;
  }

  /**
   * Takes the key from a variable of the environment. It is read only here: no variable is looked
   * at on its own accord.
   *
   * @throws IllegalArgumentException if the variable is not set
   */
  public VideoTasksBuilder apiKeyFromEnvironment(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "API key: expected it in the environment variable " + variable + ", found nothing");
    }
    return apiKey(value.strip());
  }

  /**
   * Which operation is asked unless the options of a call name another; {@link
   * EndpointStyle#UNIFIED} if not set.
   */
  public VideoTasksBuilder endpoint(EndpointStyle value) {
    endpoint = value;
    return this;
  }

  /** The options of every call and poll that brings none of its own. */
  public VideoTasksBuilder callOptions(CallOptions value) {
    callOptions = value;
    return this;
  }

  /** The policy of every wait that brings none of its own. */
  public VideoTasksBuilder waitPolicy(WaitPolicy value) {
    waitPolicy = value;
    return this;
  }

  /** Allows http to other machines. Without it, http is for loopback only. */
  public VideoTasksBuilder allowPlainHttp() {
    allowsPlainHttp = true;
    return this;
  }

  /**
   * Uses the connections, the proxy, the TLS, the interceptors and the time limits of a client that
   * others use too. It is not changed and not closed; redirects, cookies, caches and logins of it
   * are not used, and its interceptors do not see the key.
   */
  public VideoTasksBuilder httpClient(OkHttpClient value) {
    sharedClient = value;
    return this;
  }

  /**
   * The most bytes of an answer after decompression, positive; 1 MiB if not set, which is some
   * hundred times what gateways send. An answer that is larger, or has more than 20,000 values, is
   * an error of kind TOO_LARGE. Of an error answer at most 64 KiB are read.
   */
  public VideoTasksBuilder maxResponseBytes(long value) {
    maxResponseBytes = requirePositive(value, "maxAnswerBytes");
    return this;
  }

  /** The most requests at a time, positive; 64 if not set. Others wait for their turn. */
  public VideoTasksBuilder maxRequestsInFlight(int value) {
    maxInFlight = (int) requirePositive(value, "maxRequestsInFlight");
    return this;
  }

  /** The most downloads at a time, positive; 4 if not set. Others wait for their turn. */
  public VideoTasksBuilder maxDownloads(int value) {
    maxDownloads = (int) requirePositive(value, "maxDownloads");
    return this;
  }

  /**
   * The most polls a second of all waits together, positive; without a limit if not set. A gateway
   * that answers 429 slows all waits in any case.
   */
  public VideoTasksBuilder maxPollsPerSecond(int value) {
    maxPollsPerSecond = (int) requirePositive(value, "maxPollsPerSecond");
    return this;
  }

  /** Another clock, as in tests. It is not closed with the client. */
  public VideoTasksBuilder scheduler(Scheduler value) {
    scheduler = value;
    return this;
  }

  /**
   * Asks this instead of a gateway, for tests: no question leaves the process, and neither gateway
   * nor key is needed. With a {@link #scheduler} that a test moves, no test waits.
   */
  public VideoTasksBuilder taskSource(TaskSource value) {
    taskSource = value;
    return this;
  }

  private static long requirePositive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("expected a positive " + name + ", found " + value);
    }
    return value;
  }

  /**
   * Builds the client.
   *
   * @throws IllegalArgumentException if the gateway or the key is missing, or the base URL is not
   *     safe for a key
   */
  public VideoTasks build() {
    String address = resolveBaseUrl();
    Secret secret = resolveKey();
    BaseUrl gateway = BaseUrl.of(address, allowsPlainHttp);
    OkHttpClient client =
        HttpClients.create(sharedClient, gateway, secret, maxInFlight, maxResponseBytes);
    Scheduler given = scheduler;
    Scheduler time = given == null ? new SystemScheduler() : given;
    Transport transport =
        new Transport(
            client,
            new TaskRequestFactory(gateway, client, endpoint),
            new ResponseParser(secret),
            secret,
            time,
            maxResponseBytes);
    boolean ownsConnections = sharedClient == null;
    Duration gap = Duration.ofNanos(maxPollsPerSecond == 0 ? 0 : (long) (1e9 / maxPollsPerSecond));
    return new DefaultVideoTasks(
        new GatewayClient(transport, taskSource),
        gateway.url().toString(),
        new RateLimits(maxInFlight, gap, waitPolicy.maxRetryAfter()),
        callOptions,
        waitPolicy,
        gatewayAccess -> new Downloader(gatewayAccess, sharedClient, time, maxDownloads),
        () -> release(client, given == null ? time : null, ownsConnections));
  }

  private String resolveBaseUrl() {
    if (baseUrl != null) {
      return baseUrl;
    }
    if (taskSource != null) {
      return "http://localhost/";
    }
    throw new IllegalArgumentException(
        "expected gateway(…) or baseUrl(…) before build(), found neither");
  }

  private Secret resolveKey() {
    if (key != null) {
      return key;
    }
    if (taskSource != null) {
      return new Secret("none");
    }
    throw new IllegalArgumentException(
        "expected apiKey(…) or apiKeyFromEnvironment(…) before build(), found neither");
  }

  private static void release(
      OkHttpClient client, @Nullable Scheduler own, boolean ownsConnections) {
    client.dispatcher().executorService().shutdown();
    if (own instanceof SystemScheduler timekeeper) {
      timekeeper.close();
    }
    if (ownsConnections) {
      client.connectionPool().evictAll();
    }
  }
}
