package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractProvider.Example;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import io.github.videotasks.contract.testkit.JdkHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that the replay server sends the examples of the raw pages. The test parses the pages with
 * SnakeYAML, while the spec tool uses snakeyaml-engine, and compares token by token, with the exact
 * text of every number.
 */
class ReplayFidelityTest {

  private final RepositoryLayout layout = RepositoryLayout.find();
  private final ContractCases cases = ContractCases.read(layout);

  @TestFactory
  Stream<DynamicTest> sendsExampleOfThePage() {
    return cases.catalogue().providers().stream()
        .flatMap(
            provider ->
                provider.operations().stream()
                    .flatMap(
                        operation ->
                            operation.examples().stream()
                                .map(
                                    example ->
                                        DynamicTest.dynamicTest(
                                            provider.id() + " example " + example.n(),
                                            () ->
                                                assertEqualsPage(provider, operation, example)))));
  }

  @Test
  void keepsAllDigitsOfFloats() {
    ContractProvider jxincm = cases.catalogue().provider("jxincm-sora");

    assertThat(sentBody(jxincm, "finished")).contains("\"created_at\": 1759763631.222531");
    assertThat(sentBody(jxincm, "waiting")).contains("\"progress_pct\": 0.9302178175176704");
  }

  private void assertEqualsPage(ContractProvider provider, Operation operation, Example example)
      throws IOException {
    String page = Files.readString(layout.spec().resolve(provider.page()));
    List<String> pageTokens =
        DocumentTokens.ofPage(
            page, mediaTypePointer(operation) + "/examples/" + example.name() + "/value");
    if (pageTokens.isEmpty()) {
      pageTokens = DocumentTokens.ofPage(page, mediaTypePointer(operation) + "/example");
    }

    assertThat(pageTokens).hasSizeGreaterThan(10);
    assertThat(
            DocumentTokens.ofJson(
                sentBody(provider, ProviderStateMapping.stateOf(example.status()))))
        .isEqualTo(pageTokens);
  }

  private String sentBody(ContractProvider provider, String state) {
    List<ContractCase> rows = cases.forProvider(provider);
    ContractCase row =
        rows.stream().filter(it -> it.state().equals(state)).findFirst().orElseThrow();
    try (ReplayServer server = ReplayServer.start(rows)) {
      return JdkHttp.get(urlInState(server, row)).body();
    }
  }

  /** Sets the provider state of a case, and returns the URL of a task that is in it. */
  static URI urlInState(ReplayServer server, ContractCase row) {
    String states = "{\"state\": \"%s\"}".formatted(row.stateDescription());
    String body = JdkHttp.post(server.stateChangeUrl(), states).body();
    String id = body.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    String query = row.operation().idInPath() ? "" : "?id=" + id;
    return URI.create(server.baseUrl() + row.operation().pathFor(id) + query);
  }

  private static String mediaTypePointer(Operation operation) {
    return "/paths/%s/%s/responses/200/content/application~1json"
        .formatted(
            operation.path().replace("/", "~1"), operation.method().toLowerCase(Locale.ROOT));
  }
}
