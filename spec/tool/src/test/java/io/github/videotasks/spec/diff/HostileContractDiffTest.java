package io.github.videotasks.spec.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests with contracts from untrusted sources. The timeout only ends a test that never returns,
 * such as one that walks an exponential number of paths.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileContractDiffTest {
  private static final String HEADER =
      """
      openapi: 3.0.3
      info: {title: T, version: '1'}
      paths:
        /a:
          get:
            responses:
              '200':
                description: D
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/S0'}
      components:
        schemas:
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "../secret.yaml",
        "other.yaml#/a",
        "//host/a",
        "jar:file:/a"
      })
  void rejectsExternalReferences(String ref) {
    assertThatThrownBy(() -> diff("    S0:\n      $ref: '" + ref + "'\n"))
        .isInstanceOf(RejectedInputException.class)
        .hasMessage(
            "openapi.yaml:15: [foreign-ref] expected a $ref within the document (#/...), found '"
                + ref
                + "'. Copy the referenced value into the document.");
  }

  @Test
  void neverFetchesReferences() throws IOException {
    AtomicInteger requestCount = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requestCount.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String ref = "http://127.0.0.1:" + server.getAddress().getPort() + "/s.yaml";
      assertThatThrownBy(() -> diff("    S0:\n      allOf: [{$ref: '" + ref + "'}]\n"))
          .isInstanceOf(RejectedInputException.class)
          .hasMessageContaining("[foreign-ref]");
      assertThat(requestCount).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void rejectsUnresolvedAndSelfReferences() {
    assertThatThrownBy(() -> diff("    S0:\n      $ref: '#/components/schemas/S9'\n"))
        .hasMessageContaining("[unresolved-ref]");
    assertThatThrownBy(() -> diff("    S0:\n      $ref: '#/components/schemas/S0'\n"))
        .hasMessageContaining("[unresolved-ref]");
  }

  @Test
  void rejectsAliasBomb() {
    String bomb =
        "    S0: {type: object}\nx0: &x0 [a,a,a,a,a,a,a,a,a]\n"
            + IntStream.range(1, 9)
                .mapToObj(i -> "x%d: &x%d [%s]\n".formatted(i, i, ("*x" + (i - 1) + ",").repeat(9)))
                .collect(Collectors.joining());
    assertThatThrownBy(() -> diff(bomb)).hasMessageContaining("[too-large]");
  }

  @Test
  void rejectsDeepNesting() {
    assertThatThrownBy(() -> diff("    S0: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n"))
        .hasMessageContaining("[too-deep]");
  }

  @Test
  void comparesCyclicSchemas() {
    String circle =
        schema(0, "next: {$ref: '#/components/schemas/S1'}")
            + schema(1, "back: {$ref: '#/components/schemas/S0'}, n: {type: string}");
    assertThat(ContractFixtures.diff(HEADER + circle, HEADER + circle.replace("string", "boolean")))
        .extracting(Change::toString)
        .containsExactly("breaking: S1.n: type changed: string -> boolean");
  }

  @Test
  void comparesLongReferenceChains() {
    String before = chain(100);
    assertThat(ContractFixtures.diff(before, before.replace("string", "boolean")))
        .extracting(Change::toString)
        .containsExactly("breaking: S100.n: type changed: string -> boolean");
  }

  @Test
  void rejectsVeryLongReferenceChains() {
    String before = chain(9_000);
    assertThatThrownBy(() -> ContractFixtures.diff(before, before.replace("string", "boolean")))
        .hasMessageContaining("[not-comparable]");
  }

  private static String chain(int length) {
    return HEADER
        + IntStream.range(0, length)
            .mapToObj(i -> schema(i, "n: {$ref: '#/components/schemas/S" + (i + 1) + "'}"))
            .collect(Collectors.joining())
        + schema(length, "n: {type: string}");
  }

  @Test
  void comparesExponentialCompositions() {
    String bomb =
        "    S0:\n      type: object\n      properties: {n: {type: string}}\n".replace("S0", "S30")
            + IntStream.range(0, 30)
                .mapToObj(
                    i ->
                        "    S%d:\n      allOf: [{$ref: '#/components/schemas/S%d'}, {$ref: '#/components/schemas/S%d'}]\n"
                            .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining());
    assertThat(ContractFixtures.diff(HEADER + bomb, HEADER + bomb.replace("string", "boolean")))
        .extracting(Change::impact)
        .contains(Impact.BREAKING);
  }

  @Test
  void rejectsInvalidUtf8AndNonContracts(@TempDir Path folder) throws IOException {
    assertThatThrownBy(
            () ->
                ContractReader.parseContract(new byte[] {(byte) 0xC3, (byte) 0x28}, "openapi.yaml"))
        .hasMessageStartingWith("openapi.yaml: [not-utf8]");
    assertThatThrownBy(() -> ContractReader.parseContract("a: 1".getBytes(UTF_8), "openapi.yaml"))
        .hasMessageStartingWith("openapi.yaml:1: [not-openapi] expected an OpenAPI 3.0 document");
    Path large = Files.write(folder.resolve("large.yaml"), new byte[(8 << 20) + 1]);
    assertThatThrownBy(() -> ContractReader.read(large)).hasMessageContaining("[too-large]");
  }

  private static void diff(String schemas) {
    byte[] plain = (HEADER + "    S0: {type: object}\n").getBytes(UTF_8);
    DerivedFilesDiff.between(
        Map.of("openapi.yaml", plain), Map.of("openapi.yaml", (HEADER + schemas).getBytes(UTF_8)));
  }

  private static String schema(int number, String properties) {
    return "    S" + number + ":\n      type: object\n      properties: {" + properties + "}\n";
  }
}
