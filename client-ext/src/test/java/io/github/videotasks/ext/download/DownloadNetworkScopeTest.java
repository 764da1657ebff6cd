package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads connect only to the hosts that the options allow. */
class DownloadNetworkScopeTest {

  private static final byte[] VIDEO = SampleVideos.mp4(20_000, 1);

  /** Allows only public IP addresses; with http, because the test host has no TLS. */
  private static final DownloadOptions PUBLIC =
      DownloadOptions.defaults()
          .withPlainHttp()
          .withMaxFailures(0)
          .withTimeout(Duration.ofDays(9_000))
          .withStallTimeout(Duration.ofDays(9_000));

  @TempDir Path folder;
  private final DownloadFixture fixture = new DownloadFixture();
  @AutoClose private final FileHost host = FileHost.serving(VIDEO);

  private VideoTasksException failure(String url, DownloadOptions options) {
    return catchThrowableOfType(
        VideoTasksException.class, () -> fixture.download(url, folder, options));
  }

  /** Spellings of this machine and of a metadata service; few of them cause a DNS query. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0177.0.0.1",
        "0x7f.0.0.1",
        "0x7f000001",
        "0",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:0:0:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "localhost",
        "LOCALHOST",
        "%31%32%37.0.0.1",
        "①②⑦.0.0.1",
        "127。0。0。1",
        "169.254.169.254",
        "[fe80::1]",
      })
  void rejectsPrivateAddressInEverySpelling(String hostName) throws IOException {
    VideoTasksException error = failure("http://" + hostName + ":" + host.port() + "/v", PUBLIC);
    // A name that the resolver does not know is reported as a connection error.
    assertThat(error.kind()).isIn(ErrorKind.URL_REFUSED, ErrorKind.CONNECTION);
    assertThat(host.requests).isEmpty();
    assertThat(DownloadFixture.fileNames(folder)).isEmpty();
  }

  @Test
  void explainsRejectedPrivateAddress() {
    VideoTasksException error = failure(host.url("/v?sig=secret"), PUBLIC);
    assertThat(error.kind()).isEqualTo(ErrorKind.URL_REFUSED);
    assertThat(error)
        .hasMessageStartingWith(
            "127.0.0.1: expected a public IP address, found a private, loopback, link-local or"
                + " reserved one; allow it with withPrivateNetworks() if you trust the host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d/x", "http://2130706433:%d/x", "//[::1]:%d/x"})
  void rejectsRedirectToPrivateAddress(String location) throws IOException {
    fixture.contentUrl = host.url("/content");
    host.enqueue(FileHost.statusResponse(302, "Location: " + location.formatted(host.port())));
    VideoTasksException error =
        catchThrowableOfType(
            VideoTasksException.class,
            () ->
                fixture.join(
                    fixture
                        .downloader()
                        .resultAsync(
                            DownloadFixture.taskState("{\"status\":\"completed\"}"),
                            folder,
                            PUBLIC)));
    assertThat(error.kind()).isEqualTo(ErrorKind.URL_REFUSED);
    assertThat(host.requests)
        .extracting(FileHost.ReceivedRequest::target)
        .containsExactly("/content");
    assertThat(DownloadFixture.fileNames(folder)).isEmpty();
  }

  @Test
  void followsAtMostFiveRedirects() {
    for (int i = 0; i < 5; i++) {
      host.enqueue(FileHost.statusResponse(i % 2 == 0 ? 302 : 308, "Location: /" + i));
    }
    assertThat(fixture.download(host.url("/v"), folder, DownloadFixture.OPTIONS).requests())
        .isEqualTo(6);
    for (int i = 0; i < 6; i++) {
      host.enqueue(FileHost.statusResponse(307, "Location: /" + i));
    }
    assertThat(failure(host.url("/v"), DownloadFixture.OPTIONS).kind())
        .isEqualTo(ErrorKind.URL_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a/v", "file:///etc/passwd", "http://", "gopher://a"})
  void rejectsRedirectToOtherScheme(String location) {
    host.enqueue(FileHost.statusResponse(302, "Location: " + location));
    assertThat(failure(host.url("/v"), DownloadFixture.OPTIONS).kind())
        .isEqualTo(ErrorKind.URL_REFUSED);
  }

  @Test
  void rejectsRedirectFromHttpsToHttp() {
    HttpUrl secure = HttpUrl.get("https://files.example/a/v?sig=secret");
    assertThat(RedirectFollower.resolveRedirect(secure, "w"))
        .hasToString("https://files.example/a/w");
    assertThat(RedirectFollower.resolveRedirect(secure, "https://other.example/"))
        .hasToString("https://other.example/");
    assertThatThrownBy(
            () -> RedirectFollower.resolveRedirect(secure, "http://files.example/v?sig=secret"))
        .hasMessage("files.example: expected a redirect that keeps https, found http");
  }

  @ParameterizedTest
  @CsvSource({
    "http://files.example/v,      'expected https, found http'",
    "http://127.0.0.1.example/v,  'expected https, found http'",
    "https://user@files.example/, 'expected a URL without a user and password'",
    "https://:pw@files.example/,  'expected a URL without a user and password'",
  })
  void rejectsPlainHttpAndUserInfo(String url, String problem) {
    VideoTasksException error = failure(url, DownloadOptions.defaults().withPrivateNetworks());
    assertThat(error.kind()).isEqualTo(ErrorKind.URL_REFUSED);
    assertThat(error).hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.1", "2130706433", "[::1]", "10.0.0.1", "localhost", "0x7f.1"})
  void rejectsPrivateAddressBehindProxy(String hostName) {
    VideoTasksException error = failure("http://" + hostName + "/v", PUBLIC.withProxy());
    assertThat(error.kind()).isEqualTo(ErrorKind.URL_REFUSED);
  }

  @Test
  void guardsEveryCreateSocketOverload() throws IOException {
    FileSocketFactory sockets = new FileSocketFactory(true);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    assertThatThrownBy(() -> sockets.createSocket(loopback, host.port()))
        .isInstanceOf(BlockedIpAddressException.class);
    assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", host.port()))
        .isInstanceOf(BlockedIpAddressException.class);
    assertThatThrownBy(() -> sockets.createSocket(loopback, host.port(), loopback, 0))
        .isInstanceOf(BlockedIpAddressException.class);
    assertThatThrownBy(() -> sockets.createSocket("127.1", host.port(), loopback, 0))
        .isInstanceOf(BlockedIpAddressException.class);
    try (Socket socket = sockets.createSocket()) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(loopback, host.port())))
          .isInstanceOf(BlockedIpAddressException.class);
    }
  }
}
