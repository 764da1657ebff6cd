package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands {@code download}, {@code fetch} and {@code record} with a server on this machine.
 */
class DownloadCommandTest {
  private static final byte[] VIDEO =
      "\0\0\0\u0018ftypisom\0\0\2\0isomiso2\0\0\0\u0010moov12345678\0\0\0\u0010mdat12345678"
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final String SIGNATURE = "sig=5ecret5ecret";

  @TempDir private Path folder;
  private final MockWebServer server = new MockWebServer();
  private CliFixture cli = new CliFixture();

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(new Gateway());
    server.start();
    cli = new CliFixture().online(server.url("/").toString()).onTerminal(24);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The first poll of an id that begins with "slow" finds a running task. */
  private final class Gateway extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      MockResponse.Builder response = new MockResponse.Builder();
      String target = request.getTarget();
      if (target.startsWith("/v.mp4?" + SIGNATURE)) {
        return response.body(new Buffer().write(VIDEO)).build();
      }
      if (target.contains("lost")) {
        return response.code(404).body("{\"code\":\"task_not_exist\"}").build();
      }
      boolean running = target.contains("slow") && server.getRequestCount() == 1;
      String url = server.url("/v.mp4") + "?" + SIGNATURE;
      return response
          .body(
              running
                  ? "{\"status\":\"processing\",\"progress\":40,\"prompt\":\"a cat\"}"
                  : "{\"status\":\"completed\",\"video_url\":\"" + url + "\"}")
          .build();
    }
  }

  @Test
  void downloadsVideo() {
    int code = cli.run("download", "m:a", "--out", folder.toString(), "--private-networks");

    assertThat(cli.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(folder.resolve("m~a.mp4")).hasBinaryContent(VIDEO);
    assertThat(cli.out())
        .startsWith(folder.resolve("m~a.mp4") + "  " + VIDEO.length + " bytes  video/mp4  sha256 ");
    assertThat(cli.frames).first().isEqualTo("connecting");
  }

  @Test
  void printsDownloadAsJson() {
    cli.run("download", "a", "--all", "-o", folder.toString(), "--private-networks", "--json");
    assertThat(cli.out())
        .startsWith("{\"id\":\"a\",\"kind\":\"VIDEO\",\"file\":\"")
        .contains("\"bytes\":" + VIDEO.length)
        .hasLineCount(1);
  }

  @Test
  void refusesPrivateNetworkWithoutOption() {
    assertThat(cli.run("download", "a", "--out", folder.toString())).isEqualTo(1);
    assertThat(cli.err()).hasLineCount(1).doesNotContain("5ecret");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesInvalidFlags() {
    assertThat(cli.run("download", "a", "--out", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(cli.err()).startsWith("--out: expected a folder, found none at ");
    assertThat(cli.run("download", "a", "-o", folder.toString(), "--sha256", "xyz")).isEqualTo(2);
    assertThat(cli.err()).startsWith("--sha256: ");
    assertThat(cli.run("download", "a", "--timeout", "soon")).isEqualTo(2);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void fetchesTaskWhenItEnds() {
    String[] args = {"fetch", "slow", "--every", "250ms", "-o", "", "--private-networks"};
    args[5] = folder.toString();

    assertThat(cli.run(args)).isZero();
    assertThat(folder.resolve("slow.mp4")).hasBinaryContent(VIDEO);
    assertThat(cli.frames)
        .anyMatch(line -> line.startsWith("running   [########------------]  40 %"));
  }

  @Test
  void recordsMaskedResponses() throws Exception {
    Path file = folder.resolve("responses.ndjson");

    assertThat(cli.run("record", "slow", "--to", file.toString(), "--until-end", "--every", "1s"))
        .isZero();
    assertThat(Files.readString(file))
        .contains("\"processing\"", "\"completed\"")
        .doesNotContain(CliFixture.KEY, "5ecret", "a cat");
    assertThat(cli.err()).isEqualTo("recorded, masked: " + file + "\n");
  }

  @Test
  void recordsResponseThatIsAnError() throws Exception {
    Path file = folder.resolve("responses.ndjson");

    assertThat(cli.run("record", "lost", "--to", file.toString())).isEqualTo(1);
    assertThat(Files.readString(file)).contains("404");
    assertThat(cli.run("record", "lost")).isEqualTo(2);
  }

  @Test
  void reportsOnlyWhatItRecorded() throws Exception {
    String file = Files.writeString(folder.resolve("notes"), "notes\n").toString();

    assertThat(cli.run("record", "lost", "--to", file, "--gateway", "none")).isEqualTo(2);
    assertThat(cli.err()).startsWith("--gateway: ").hasLineCount(1);
    assertThat(cli.run("record", "lost", "--to", file, "--every", "1s")).isEqualTo(2);
    assertThat(cli.err()).startsWith("--deadline, --every: expected --until-end ");
  }
}
