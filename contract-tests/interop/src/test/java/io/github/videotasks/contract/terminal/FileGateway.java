package io.github.videotasks.contract.terminal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The replay server of one provider, with files: no page shows the bytes of a video, so the URLs in
 * the examples are replaced with one of a server of files, which is signed.
 */
final class FileGateway implements AutoCloseable {
  static final String SIGNATURE = "5ecret5ecret5ecret";
  private static final int PIECE = 65_536;
  private static final int PIECES = 200;

  private final ReplayServer replay;
  private final HttpServer files;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);

  private FileGateway(ReplayServer replay, HttpServer files) {
    this.replay = replay;
    this.files = files;
  }

  /** Starts the server of a provider whose ids are scripts of states. */
  static FileGateway start(String provider) throws IOException {
    HttpServer files =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String video = "http://127.0.0.1:" + files.getAddress().getPort() + "/v.mp4?sig=" + SIGNATURE;
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    List<ContractCase> withVideo =
        cases.forProvider(cases.catalogue().provider(provider)).stream()
            .map(each -> each.withResponse(replaceVideo(each.response(), video)))
            .toList();
    FileGateway gateway = new FileGateway(ReplayServer.start(withVideo), files);
    files.createContext("/v.mp4", gateway::sendVideo);
    files.setExecutor(gateway.threads);
    files.start();
    return gateway;
  }

  private static ProviderResponse replaceVideo(ProviderResponse response, String video) {
    String body = response.body().replaceAll("https?://[^\"\\s]+\\.mp4", video);
    return new ProviderResponse(response.status(), response.contentType(), body);
  }

  String url() {
    return replay.baseUrl().toString();
  }

  /** Sends a video piece by piece until it is {@linkplain #release released}, then the rest. */
  private void sendVideo(HttpExchange exchange) throws IOException {
    byte[] head =
        "\0\0\0\u0018ftypisom\0\0\2\0isomiso2\0\0\0\u0010moov12345678"
            .getBytes(StandardCharsets.ISO_8859_1);
    exchange.sendResponseHeaders(200, (long) PIECES * PIECE);
    try (OutputStream body = exchange.getResponseBody()) {
      byte[] first = new byte[PIECE];
      System.arraycopy(head, 0, first, 0, head.length);
      body.write(first);
      for (int i = 1; i < PIECES; i++) {
        body.write(new byte[PIECE]);
        body.flush();
        if (i < PIECES / 2) {
          released.await(50, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the rest of the video be sent at once. */
  void release() {
    released.countDown();
  }

  @Override
  public void close() {
    files.stop(0);
    threads.shutdownNow();
    replay.close();
  }
}
