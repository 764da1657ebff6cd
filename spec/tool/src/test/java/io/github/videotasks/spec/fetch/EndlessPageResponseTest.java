package io.github.videotasks.spec.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that send one part of a response without an end. */
class EndlessPageResponseTest {
  private static final int MAX_BYTES = 100_000;
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  private final AtomicLong sent = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "chunk extensions, too-large",
    "gzip name, too-large",
    "gzip comment, too-large",
    "body, too-large",
    "chunked body, too-large",
    "body with length, too-large",
    "informational responses, not-fetched",
    "headers, not-fetched",
    "header line, not-fetched",
    "status line, not-fetched",
    "blank lines, not-fetched",
    "trailers, not-fetched",
    "chunk size, too-large"
  })
  void rejectsAfterBoundedNumberOfBytes(String part, String rule) {
    serveForever(start(part), repeated(part));
    assertThatThrownBy(() -> fetch(Duration.ofSeconds(60)))
        .isInstanceOf(RejectedInputException.class)
        .isNotInstanceOf(UnresponsiveHostException.class)
        .hasMessageMatching("127\\.0\\.0\\.1: \\[" + rule + "\\] [^\n]*");
    // What the fetcher read, and what the buffers of the operating system hold.
    assertThat(sent).hasValueLessThan(20_000_000);
    assertThat(requests).hasValue(1);
  }

  /** The time limit is for all of them together, and each byte arrives before the next is due. */
  @ParameterizedTest
  @CsvSource({"nothing", "body", "headers", "chunk extensions"})
  void endsDripWithinTotalTime(String part) {
    CountDownLatch ended = new CountDownLatch(1);
    serve(
        socket -> {
          socket.getOutputStream().write(part.equals("nothing") ? new byte[0] : start(part));
          ended.await();
        });
    assertThatThrownBy(() -> fetch(Duration.ofMillis(200)))
        .isInstanceOf(UnresponsiveHostException.class)
        .hasMessageContaining("[too-slow] expected a response within 200 ms, found none");
    ended.countDown();
  }

  @Test
  void requestsOnceWhenHostIsUnavailableWithoutEnd() {
    byte[] response =
        "HTTP/1.1 503 X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);
    serve(socket -> respondToEachRequest(socket, response));
    assertThatThrownBy(() -> fetch(Duration.ofSeconds(60)))
        .isNotInstanceOf(UnresponsiveHostException.class)
        .hasMessageContaining("[not-fetched] expected status 200, found 503");
    assertThat(requests).hasValue(1);
  }

  @Test
  void reportsHostThatClosesWithoutResponse() {
    serve(socket -> {});
    assertThatThrownBy(() -> fetch(Duration.ofSeconds(60)))
        .isInstanceOf(UnresponsiveHostException.class)
        .hasMessageContaining("[not-fetched] expected a response, found ");
    assertThat(requests).hasValue(1);
  }

  @Test
  void endsNameLookupWithinTotalTime() {
    CountDownLatch ended = new CountDownLatch(1);
    TimeLimitedDns dns =
        new TimeLimitedDns(
            host -> {
              try {
                ended.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            },
            Duration.ofMillis(1));
    assertThatThrownBy(() -> dns.lookup("a.example"))
        .isInstanceOf(TimeLimitedDns.DnsTimeoutException.class);
    ended.countDown();
  }

  private static byte[] start(String part) {
    String text =
        switch (part) {
          case "chunk extensions" -> CHUNKED + "5;";
          case "chunk size", "chunked body" -> CHUNKED;
          case "trailers" -> CHUNKED + "0\r\n";
          case "gzip name" -> OK + "Content-Encoding: gzip\r\n\r\n" + gzipHeader(8);
          case "gzip comment" -> OK + "Content-Encoding: gzip\r\n\r\n" + gzipHeader(16);
          case "body" -> OK + "\r\n";
          case "body with length" -> OK + "Content-Length: 9000000000\r\n\r\n";
          case "headers" -> OK;
          case "header line" -> OK + "X: ";
          default -> "";
        };
    return text.getBytes(ISO_8859_1);
  }

  private static String gzipHeader(int flags) {
    return "\u001f\u008b\b" + (char) flags + "\0\0\0\0\0\u0003";
  }

  private static byte[] repeated(String part) {
    String text =
        switch (part) {
          case "chunked body" -> "1\r\nx\r\n".repeat(1000);
          case "chunk size" -> "0".repeat(6000);
          case "headers", "trailers" -> "X-A: " + "a".repeat(6000) + "\r\n";
          case "informational responses" -> "HTTP/1.1 102 Processing\r\n\r\n".repeat(200);
          case "blank lines" -> "\r\n".repeat(3000);
          default -> "a".repeat(6000);
        };
    return text.getBytes(ISO_8859_1);
  }

  private byte[] fetch(Duration timeout) {
    FetchLimits limits = new FetchLimits(MAX_BYTES, timeout, 3, true, false);
    return new PageFetcher(limits).fetch("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** Handles a connection; the end of the method closes it. */
  private interface ConnectionHandler {
    void handle(Socket socket) throws IOException, InterruptedException;
  }

  private void serveForever(byte[] first, byte[] then) {
    serve(
        socket -> {
          socket.getOutputStream().write(first);
          while (true) {
            socket.getOutputStream().write(then);
            sent.addAndGet(then.length);
          }
        });
  }

  private void respondToEachRequest(Socket socket, byte[] response) throws IOException {
    do {
      socket.getOutputStream().write(response);
    } while (readRequest(socket));
  }

  private void serve(ConnectionHandler handler) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  if (readRequest(socket)) {
                    handler.handle(socket);
                  }
                } catch (IOException e) {
                  // The fetcher closed the connection, or the test the server.
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private boolean readRequest(Socket socket) throws IOException {
    boolean came = socket.getInputStream().read(new byte[8192]) > 0;
    requests.addAndGet(came ? 1 : 0);
    return came;
  }
}
