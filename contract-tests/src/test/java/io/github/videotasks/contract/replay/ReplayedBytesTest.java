package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.Http;
import io.github.videotasks.contract.replay.Provider.Example;
import io.github.videotasks.contract.replay.Provider.Operation;
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
 * What the replay server sends is what the raw page says: read with SnakeYAML, while the spec tool
 * reads the pages with snakeyaml-engine, and compared token by token with the exact text of every
 * number.
 */
class ReplayedBytesTest {

  private final Checkout checkout = Checkout.find();
  private final Situations situations = Situations.read(checkout);

  @TestFactory
  Stream<DynamicTest> sendsWhatThePageShows() {
    return situations.catalogue().providers().stream()
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
                                                comparesWithThePage(
                                                    provider, operation, example)))));
  }

  @Test
  void keepsEveryDigitOfAFloat() {
    Provider jxincm = situations.catalogue().provider("jxincm-sora");

    assertThat(served(jxincm, "finished")).contains("\"created_at\": 1759763631.222531");
    assertThat(served(jxincm, "waiting")).contains("\"progress_pct\": 0.9302178175176704");
  }

  private void comparesWithThePage(Provider provider, Operation operation, Example example)
      throws IOException {
    String page = Files.readString(checkout.spec().resolve(provider.page()));
    List<String> onThePage =
        PageTokens.ofPage(page, media(operation) + "/examples/" + example.name() + "/value");
    if (onThePage.isEmpty()) {
      onThePage = PageTokens.ofPage(page, media(operation) + "/example");
    }

    assertThat(onThePage).hasSizeGreaterThan(10);
    assertThat(PageTokens.ofJson(served(provider, StatusWords.stateOf(example.status()))))
        .isEqualTo(onThePage);
  }

  private String served(Provider provider, String state) {
    List<Situation> rows = situations.of(provider);
    Situation row = rows.stream().filter(it -> it.state().equals(state)).findFirst().orElseThrow();
    try (ReplayServer server = ReplayServer.start(rows)) {
      Http.post(server.stateUrl(), "{\"state\": \"%s\"}".formatted(row.sentence()));
      return Http.get(url(server, row)).body();
    }
  }

  static URI url(ReplayServer server, Situation row) {
    String query = row.operation().idInPath() ? "" : "?id=" + row.taskId();
    return URI.create(server.baseUrl() + row.operation().pathFor(row.taskId()) + query);
  }

  private static String media(Operation operation) {
    return "/paths/%s/%s/responses/200/content/application~1json"
        .formatted(
            operation.path().replace("/", "~1"), operation.method().toLowerCase(Locale.ROOT));
  }
}
