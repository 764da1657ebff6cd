package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.cli.SummaryTable;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden tests for malformed pages in {@code src/test/sloppy/pages}, each derived alone: pages by
 * careless authors, of other gateways, and by attackers. The expected files contain the findings
 * and the contract. The contract must also parse without messages in a second parser.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MalformedPagesTest {
  private static final Path ROOT = Path.of("src/test/sloppy");
  @TempDir Path folder;

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("pages"))) {
      return pages.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void reportsDefectsAndDerivesTheRest(Path page) throws IOException {
    String name = String.valueOf(page.getFileName());
    DerivationResult derived = derive(page);
    String actual = text(derived);
    Path expected = ROOT.resolve("expected").resolve(name + ".txt");
    if (Boolean.getBoolean("spec.accept")) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual);
    }
    assertThat(actual)
        .as("To accept: mvn -pl spec/tool verify -Dspec.accept")
        .isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void derivesContractThatSwaggerParserAccepts(Path page) throws IOException {
    DerivationResult derived = derive(page);
    boolean empty = derived.operations().isEmpty();
    assertThat(empty).isEqualTo(TestPages.contract(derived).path("paths").isEmpty());
    if (empty) {
      assertThat(derived.rejections()).isNotEmpty();
    } else {
      String yaml = TestPages.text(derived, "openapi.yaml");
      assertThat(new OpenAPIV3Parser().readContents(yaml).getMessages()).isEmpty();
    }
  }

  private DerivationResult derive(Path page) throws IOException {
    String name = "pages/" + page.getFileName();
    TestPages pages = TestPages.in(folder).addFile(name, Files.readString(page));
    return pages.derive();
  }

  private static String text(DerivationResult derived) throws IOException {
    JsonNode contract = TestPages.contract(derived);
    return derived.findings().stream()
            .map(f -> f.severity() + " " + f)
            .collect(Collectors.joining("\n", "", "\n\n"))
        + SummaryTable.of(derived)
        + "\n"
        + contract.path("paths").toPrettyString()
        + "\n"
        + contract.path("components").toPrettyString()
        + "\n";
  }
}
