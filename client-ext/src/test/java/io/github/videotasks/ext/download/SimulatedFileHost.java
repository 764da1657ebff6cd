package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.simulation.HistoryContext;
import io.github.videotasks.ext.simulation.RandomValues;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * The host of the files of one history, without sockets: an interceptor responds. It resets
 * connections, stalls, truncates bodies, is not ready and limits the rate at random.
 */
final class SimulatedFileHost implements GatewayAccess {

  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().addInterceptor(SimulatedFileHost::intercept).build();

  private final HistoryContext history;
  private final Function<TaskId, SimulatedDownload> downloads;
  private final SplittableRandom random;
  private final Map<TaskId, byte[]> files = new LinkedHashMap<>();
  private final double faultRate;

  SimulatedFileHost(HistoryContext history, Function<TaskId, SimulatedDownload> downloads) {
    this.history = history;
    this.downloads = downloads;
    random = history.newRandom();
    faultRate = RandomValues.oneOf(random, 0.0, 0.2, 0.6);
  }

  byte[] addFile(TaskId id) {
    byte[] content = SampleVideos.mp4(200 + random.nextInt(8_000), random.nextLong());
    files.put(id, content);
    return content;
  }

  /** The host and the task of a request. */
  private record Target(SimulatedFileHost host, TaskId id) {}

  private static Response intercept(Interceptor.Chain chain) throws IOException {
    Target target = Objects.requireNonNull(chain.request().tag(Target.class));
    return target.host.respond(target.id, chain.request(), chain.call());
  }

  @Override
  public Call newContentCall(TaskId id, Headers headers) {
    return CLIENT.newCall(
        new Request.Builder()
            .url("https://host/v.mp4")
            .headers(headers)
            .tag(Target.class, new Target(this, id))
            .build());
  }

  @Override
  public Call newContentCall(TaskId id, String url, Headers headers) {
    return newContentCall(id, headers);
  }

  private Response respond(TaskId id, Request request, Call call) throws IOException {
    SimulatedDownload download = downloads.apply(id);
    download.onRequest();
    pause(download, call);
    if (random.nextDouble() >= faultRate) {
      return file(id, request, call, -1);
    }
    download.onFault();
    return switch (random.nextInt(8)) {
      case 0 -> throw reset("before the response");
      case 1 -> error(download, request, 503);
      case 2 -> error(download, request, 429);
      case 3 -> error(download, request, 404);
      case 4 ->
          RandomValues.oneIn(random, 4)
              ? error(download, request, 401)
              : file(id, request, call, 0);
      default -> file(id, request, call, random.nextInt(8_000));
    };
  }

  private void pause(SimulatedDownload download, Call call) throws IOException {
    history.scheduler().block(RandomValues.duration(random, 0.001, 2), call::isCanceled);
    if (call.isCanceled()) {
      download.onFault();
      throw new IOException("canceled");
    }
  }

  private static IOException reset(String when) {
    return new IOException("connection reset " + when);
  }

  private Response error(SimulatedDownload download, Request request, int status) {
    Response.Builder response = builder(request, status).body(ResponseBody.create("", null));
    if (random.nextBoolean()) {
      int seconds = random.nextInt(20);
      response.header("Retry-After", String.valueOf(seconds));
      download.onRetryAfter(Duration.ofSeconds(seconds));
    }
    history.log(download, "receives", status);
    return response.build();
  }

  private static Response.Builder builder(Request request, int status) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("simulated");
  }

  /**
   * Returns the file, or the requested range of it.
   *
   * @param breaksAt the number of bytes after which the transfer breaks; negative for none
   */
  private Response file(TaskId id, Request request, Call call, int breaksAt) {
    byte[] content = Objects.requireNonNull(files.get(id));
    String range = request.header("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    Response.Builder response = builder(request, range == null ? 200 : 206);
    if (range != null) {
      response.header(
          "Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    SimulatedBody body =
        new SimulatedBody(history, downloads.apply(id), call, content, from, breaksAt);
    return response
        .header("ETag", "\"%d\"".formatted(content.length))
        .body(ResponseBody.create(Okio.buffer(body), null, content.length - from))
        .build();
  }

  @Override
  public CompletableFuture<TaskState> fetchTask(TaskId id, Duration timeout) {
    throw new UnsupportedOperationException("the URLs do not expire");
  }

  @Override
  public @Nullable String linkedUrl(TaskId id, Response response) {
    return null;
  }

  @Override
  public VideoTasksException contentError(TaskId id, Response response) {
    ErrorKind kind =
        switch (response.code()) {
          case 401 -> ErrorKind.UNAUTHORIZED;
          case 404 -> ErrorKind.NOT_READY;
          case 429 -> ErrorKind.RATE_LIMITED;
          default -> ErrorKind.SERVER_ERROR;
        };
    return DownloadErrors.of(kind, response, "simulated");
  }

  @Override
  public boolean containsKey(String text) {
    return false;
  }

  @Override
  public <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start) {
    return start.get();
  }

  @Override
  public <T> T join(CompletableFuture<T> future) {
    throw new UnsupportedOperationException("nothing blocks outside of the scheduler");
  }
}
