package io.github.videotasks.spec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {
  private static final String PAGE =
      "```yaml\n"
          + TestPages.getDocument(
              "/v1/acme", "schema: {type: object, properties: {n: {type: string}}}\n")
          + "```\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path module;
  private Path page;

  @BeforeEach
  void createSpecFolder() throws IOException {
    module = Files.createDirectories(folder.resolve("spec"));
    Files.createDirectories(module.resolve("pages"));
    Files.writeString(module.resolve("providers.yaml"), "# The providers.\nproviders:\n");
    page = Files.writeString(folder.resolve("doc.md"), PAGE);
  }

  @Test
  void importsFileAndPrintsChanges() throws IOException {
    assertThat(run(page.toString(), "--provider=acme")).isZero();
    assertThat(module.resolve("pages/acme.md")).content().isEqualTo(PAGE);
    assertThat(Files.readString(module.resolve("providers.yaml")))
        .matches(
            """
            # The providers.
            providers:
              - id: acme
                page: "acme.md"
                origin: "doc.md"
                fetched: "\\d{4}-\\d\\d-\\d\\d"
                sha256: "[0-9a-f]{64}"
            """);
    assertThat(out.toString())
        .startsWith("Imported pages/acme.md. Changes of the contract:\n")
        .contains("compatible: GET /v1/acme\n  operation added [acme; pages/acme.md")
        .contains("version step: minor\n");
    assertThat(module.resolve("canonical")).doesNotExist();
  }

  @Test
  void fetchesFromLoopbackOnlyWhenAllowed() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(PAGE.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/doc.md?sig=secret";
      Map<String, String> before = files();
      assertThat(run(url, "--provider=acme")).isEqualTo(1);
      assertThat(err.toString()).contains("[private-address]").doesNotContain("secret");
      assertThat(files()).isEqualTo(before);

      assertThat(run(url, "--provider=acme", "--allow-private")).isZero();
      assertThat(Files.readString(module.resolve("providers.yaml")))
          .contains("/doc.md\"")
          .doesNotContain("secret");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void writesNothingWhenPageIsRejected() throws IOException {
    Files.writeString(page, PAGE.replace("paths:", "paths: ["));
    Map<String, String> before = files();
    assertThat(run(page.toString(), "--provider=acme")).isEqualTo(1);
    assertThat(err.toString()).contains("pages/acme.md:").endsWith("Nothing was written.\n");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void replacesPageAndKeepsEntryOfKnownProvider() throws IOException {
    Files.writeString(
        module.resolve("providers.yaml"),
        """
        providers:
          - id: acme
            page: old.md
            host: https://a.example # kept
            origin: x
          - id: other
            page: other.md
        """);
    Files.writeString(module.resolve("pages/other.md"), PAGE);
    assertThat(run(page.toString(), "--provider=acme")).isZero();
    assertThat(module.resolve("pages/old.md")).content().isEqualTo(PAGE);
    assertThat(Files.readString(module.resolve("providers.yaml")))
        .contains("    host: https://a.example # kept\n    origin: \"doc.md\"\n    fetched: ")
        .endsWith("  - id: other\n    page: other.md\n");
  }

  /** providers.yaml may come from a pull request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRECIOUS",
        "../precious.md",
        "../../precious.md",
        "sub/../../precious.md",
        "\"..\\u002f..\\u002fprecious.md\"",
        "..\\..\\precious.md"
      })
  void neverWritesOutsideThePages(String entry) throws IOException {
    Path precious = Files.writeString(module.resolve("precious.md"), "precious");
    Files.writeString(folder.resolve("precious.md"), "precious");
    Files.writeString(
        module.resolve("providers.yaml"),
        "providers:\n  - id: evil\n    page: " + entry.replace("PRECIOUS", "" + precious) + "\n");
    Map<String, String> before = files();
    assertThat(run(page.toString(), "--provider=evil")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("providers.yaml:3: [providers-file] expected a path below pages/ such as");
    assertThat(files()).isEqualTo(before);
    assertThat(folder.resolve("precious.md")).hasContent("precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages/acme.md", "pages", "providers.yaml", ".spec-tool"})
  void neverWritesThroughSymbolicLink(String link) throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("acme.md"), PAGE);
    Files.writeString(precious.resolve("providers.yaml"), "providers:\n");
    Files.deleteIfExists(module.resolve(link));
    Path target = link.contains("/") ? precious.resolve("acme.md") : precious;
    Files.createSymbolicLink(
        module.resolve(link), link.endsWith(".yaml") ? precious.resolve(link) : target);
    assertThat(run(page.toString(), "--provider=acme")).isEqualTo(1);
    assertThat(err.toString()).contains("[output-folder] ").contains("found a symbolic link");
    assertThat(precious.resolve("acme.md")).content().isEqualTo(PAGE);
    assertThat(precious.resolve("providers.yaml")).hasContent("providers:");
    assertThat(precious).isDirectoryNotContaining("glob:**/lock");
  }

  @Test
  void keepsPageOfAnotherProvider() throws IOException {
    Files.writeString(module.resolve("pages/acme.md"), PAGE.replace("/v1/acme", "/v1/other"));
    Files.writeString(
        module.resolve("providers.yaml"), "providers:\n  - id: other\n    page: acme.md\n");
    Map<String, String> before = files();
    assertThat(run(page.toString(), "--provider=acme")).isEqualTo(1);
    assertThat(err.toString()).contains("expected one entry for page acme.md");
    assertThat(files()).isEqualTo(before);
  }

  /** The derivation with the new page has all files of the module. */
  @Test
  void derivesStatusValuesAndDocumentOfWaiting() throws IOException {
    for (String file : new String[] {"waiting.yaml", "status-values.yaml"}) {
      Files.copy(Path.of("..", file), module.resolve(file));
    }
    Files.writeString(page, PAGE.replace("{n: {type", "{status: {type"));
    assertThat(run(page.toString(), "--provider=acme")).isZero();
    assertThat(out.toString())
        .contains("schema.json, status-values.json, wait-for-video.arazzo.yaml");
  }

  @Test
  void recordsHostFamilyAndFormat() throws IOException {
    String host = "https://api.acme.example";
    assertThat(
            run(
                page.toString(),
                "--provider=acme",
                "--host=" + host,
                "--family=sora",
                "--format=openai"))
        .isZero();
    DerivationResult derived = Derivation.derive(SourcePaths.of(module));
    JsonNode provider = TestPages.json(derived, "examples/index.json").at("/providers/0");
    assertThat(provider.path("host").asText()).isEqualTo(host);
    assertThat(provider.path("family").asText()).isEqualTo("sora");
    assertThat(provider.path("format").asText()).isEqualTo("openai");
  }

  @Test
  void returnsTwoForUsageError() {
    assertThat(run(page.toString())).isEqualTo(2);
    assertThat(run(page.toString(), "--provider=../up")).isEqualTo(2);
    assertThat(run(folder.resolve("none.md").toString(), "--provider=acme")).isEqualTo(2);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(module)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(module.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private int run(String... args) {
    String[] command =
        Stream.concat(Stream.of("import", "--spec=" + module), Stream.of(args))
            .toArray(String[]::new);
    return SpecTool.run(new PrintWriter(out, true), new PrintWriter(err, true), command);
  }
}
