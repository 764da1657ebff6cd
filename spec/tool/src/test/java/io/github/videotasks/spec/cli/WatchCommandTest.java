package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchCommandTest {
  private static final String PAGE =
      "```yaml\n"
          + TestPages.getDocument(
              "/v1/acme", "schema: {type: object, properties: {n: {type: string}}}\n")
          + "```\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String published = PAGE;
  private HttpServer server;
  private Path spec;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = published.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    spec = folder.resolve("spec");
    Files.createDirectories(spec.resolve("pages"));
    Files.writeString(spec.resolve("pages/acme.md"), PAGE);
    writeProviders("source: http://127.0.0.1:" + server.getAddress().getPort() + "/acme");
    assertThat(SpecTool.run(writer(out), writer(err), "check", "--accept", "--spec=" + spec))
        .isZero();
    out.getBuffer().setLength(0);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void returnsZeroAndTouchesNothing() throws IOException {
    assertThat(watch("--allow-private")).isZero();
    assertThat(out)
        .hasToString("acme: unchanged\n0 changed, 1 unchanged, 0 failed; no file written.\n");
    assertThat(err).hasToString("");
    assertThat(spec.resolve("REVIEW.md")).doesNotExist();
  }

  @Test
  void returnsTenWhenAPageChanged() throws IOException {
    published = PAGE.replace("title: Test", "title: Acme");
    assertThat(watch("--allow-private")).isEqualTo(10);
    assertThat(out.toString())
        .startsWith("acme: changed\n1 changed, 0 unchanged, 0 failed; ")
        .endsWith(" files written, read REVIEW.md first.\n");
    assertThat(spec.resolve("pages/acme.md")).hasContent(published);
    assertThat(spec.resolve("REVIEW.md")).isNotEmptyFile();
  }

  @Test
  void returnsThreeWhenTheHostIsPrivate() {
    assertThat(watch()).isEqualTo(3);
    assertThat(err.toString())
        .contains("acme: failed since ", "127.0.0.1: [private-address] expected a public IP");
    assertThat(out).hasToString("0 changed, 0 unchanged, 1 failed; no file written.\n");
  }

  @Test
  void refusesCredentialsInTheSource() throws IOException {
    writeProviders("source: https://me:hunter2@h.example/acme");
    assertThat(watch()).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("providers.yaml:4: [providers-file] expected a URL without credentials")
        .doesNotContain("hunter2");
  }

  @Test
  void reportsThatNoPageHasASource() throws IOException {
    writeProviders("family: acme");
    assertThat(watch()).isZero();
    assertThat(err.toString()).startsWith("providers.yaml: expected an entry with 'source', found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--per-host=0", "--pause=-1", "--accept-loss=other", "--spec=none"})
  void returnsTwoForUsageError(String option) {
    assertThat(watch(option)).isEqualTo(2);
  }

  private void writeProviders(String line) throws IOException {
    Files.writeString(
        spec.resolve("providers.yaml"),
        "providers:\n  - id: acme\n    page: acme.md\n    " + line + "\n");
  }

  private int watch(String... options) {
    List<String> spec =
        List.of(options).contains("--spec=none") ? List.of() : List.of("--spec=" + this.spec);
    String[] command =
        Stream.of(
                Stream.of("watch", "--memory=" + folder.resolve("memory"), "--pause=0"),
                spec.stream(),
                Stream.of(options))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return SpecTool.run(writer(out), writer(err), command);
  }

  private static PrintWriter writer(StringWriter to) {
    return new PrintWriter(to, true);
  }
}
