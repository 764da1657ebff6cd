package io.github.videotasks.contract.consumerbuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.contract.docs.MarkdownCode;
import io.github.videotasks.contract.maven.ApplicationBuild;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Builds a project that generates a client from its own contract with our generator. */
class ForeignContractIT {
  private static final Path PROJECT = Path.of("src/test/foreign-contract");
  private static final Path FOLDER = Path.of("target/foreign-contract").toAbsolutePath();
  private static final String READINGS =
      "[{\"takenAt\":\"2026-01-02T03:04:05Z\",\"celsius\":-40.50,\"sky\":\"clear\",\"wind\":1e2}]";

  @BeforeAll
  static void build() {
    ApplicationBuild.run("foreign-contract", FOLDER, "compile");
  }

  @Test
  void sendsRequestAndReadsResponseWithoutLoss() throws Exception {
    Queue<String> requests = new ConcurrentLinkedQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(200, READINGS.length());
          exchange.getResponseBody().write(READINGS.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    try {
      JavaProcess program =
          JavaProcess.run(
              FOLDER,
              Map.of(),
              List.of(
                  "-classpath",
                  FOLDER.resolve("classes") + File.pathSeparator + FOLDER.resolve("lib/*"),
                  "org.example.weather.PrintReadings",
                  "http://localhost:" + server.getAddress().getPort() + "/"));

      assertThat(program.output())
          .isEqualTo("-40.50 clear " + READINGS.substring(1, READINGS.length() - 1) + "\n");
    } finally {
      server.stop(0);
    }
    assertThat(requests).containsExactly("GET /stations/north%20pole/readings?since=2026-01-02");
  }

  @Test
  void readmeShowsTheLinesOfThePom() throws IOException {
    String pom =
        unindented(Files.readString(PROJECT.resolve("pom.xml")))
            .replace("${videotasks.version}", NestedMaven.setting("version"));
    List<String> shown =
        MarkdownCode.blocksOf("client-generated/templates/README.md", "xml").stream()
            .map(block -> unindented(block + "\n"))
            .toList();

    assertThat(shown).hasSize(2).allSatisfy(block -> assertThat(pom).contains(block));
    assertThat(shown.get(0)).contains("<version>" + NestedMaven.setting("generator.version"));
  }

  private static String unindented(String xml) {
    return xml.replaceAll("(?m)^ +", "");
  }
}
