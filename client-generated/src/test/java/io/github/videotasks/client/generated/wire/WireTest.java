package io.github.videotasks.client.generated.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each page of {@code src/test/wire} says how a request or a response looks; the client that is
 * generated from it sends and decodes just this. The expected calls are in {@code calls.yaml}.
 */
class WireTest {
  private static final Path INPUTS = Path.of("src/test/wire");

  private static final Map<String, WireClient> CLIENTS = new HashMap<>();
  private static final MockWebServer SERVER = new MockWebServer();

  @TempDir static Path work;

  @BeforeAll
  static void startServer() throws IOException {
    SERVER.start();
  }

  @AfterAll
  static void stopServer() {
    SERVER.close();
  }

  static List<WireCall> calls() throws IOException {
    return WireCall.read(INPUTS.resolve("calls.yaml"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sendsAndDecodesWhatThePageSays(WireCall call) throws Exception {
    WireExchange exchange = new WireExchange(client(call.input()), call).send(SERVER);
    assertThat(exchange.request()).isEqualTo(call.request());
    assertThat(exchange.sent()).isEqualTo(call.sent());
    assertThat(exchange.decoded()).isEqualTo(call.decoded());
  }

  @Test
  void hasCallsForEveryInput() throws IOException {
    try (Stream<Path> inputs = Files.list(INPUTS)) {
      assertThat(calls().stream().map(WireCall::input).distinct())
          .containsExactlyInAnyOrderElementsOf(
              inputs.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList());
    }
  }

  private static WireClient client(String input) throws IOException {
    WireClient known = CLIENTS.get(input);
    if (known == null) {
      known = WireClient.create(INPUTS.resolve(input), work.resolve(input));
      CLIENTS.put(input, known);
    }
    return known;
  }
}
