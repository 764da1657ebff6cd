package io.github.videotasks.client.generated.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Inputs that are not sent or decoded as they say yet; a test fails when one of them is. */
  private static final Set<String> NOT_YET =
      Set.of(
          "01-number-shown-whole",
          "02-nullable-declared-shown-text",
          "03-enum-without-type",
          "04-enum-value-with-apostrophe",
          "06-map-of-schema",
          "08-two-base-paths",
          "10-integer-maximum-over-int32",
          "15-enum-texts-shown-integer",
          "17-formats-sent",
          "18-limit-conflict-with-one-page");

  private static final Map<String, WireClient> CLIENTS = new HashMap<>();
  private static final Map<String, RuntimeException> REFUSED = new HashMap<>();
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
    if (NOT_YET.contains(call.input())) {
      return;
    }
    check(call);
  }

  @Test
  void listsOnlyInputsThatFail() throws IOException {
    List<WireCall> calls = calls();
    List<String> passing =
        NOT_YET.stream()
            .filter(
                input ->
                    calls.stream()
                        .filter(call -> call.input().equals(input))
                        .allMatch(call -> catchThrowable(() -> check(call)) == null))
            .sorted()
            .toList();
    assertThat(passing)
        .as("Inputs that are sent and decoded as they say; remove them from NOT_YET")
        .isEmpty();
  }

  @Test
  void hasCallsForEveryInput() throws IOException {
    try (Stream<Path> inputs = Files.list(INPUTS)) {
      assertThat(calls().stream().map(WireCall::input).distinct())
          .containsExactlyInAnyOrderElementsOf(
              inputs.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList());
    }
  }

  private static void check(WireCall call) throws Exception {
    WireExchange exchange = new WireExchange(client(call.input()), call).send(SERVER);
    assertThat(exchange.request()).isEqualTo(call.request());
    assertThat(exchange.sent()).isEqualTo(call.sent());
    assertThat(exchange.decoded()).isEqualTo(call.decoded());
  }

  private static WireClient client(String input) throws IOException {
    RuntimeException refused = REFUSED.get(input);
    if (refused != null) {
      throw refused;
    }
    WireClient known = CLIENTS.get(input);
    if (known != null) {
      return known;
    }
    try {
      WireClient client = WireClient.create(INPUTS.resolve(input), work.resolve(input));
      CLIENTS.put(input, client);
      return client;
    } catch (RuntimeException e) {
      REFUSED.put(input, e);
      throw e;
    }
  }
}
