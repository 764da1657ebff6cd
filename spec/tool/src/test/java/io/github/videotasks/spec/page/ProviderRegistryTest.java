package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What providers.yaml gets wrong stops the tool at its line. */
class ProviderRegistryTest {
  private static final String REMEDY = ". Write the entry as the others are.";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "provider: []                                | 1 | expected providers, found 'provider'"
            + " (did you mean 'providers'?)",
        "providers: {}                               | 1 | expected a list of entries for"
            + " 'providers'",
        "providers: [a]                              | 1 | expected an entry with 'id' and 'page',"
            + " found another thing",
        "providers:\\n- {id: a}                      | 2 | expected an entry with 'id' and 'page'",
        "providers:\\n"
            + "- id: a\\n"
            + "  pge: a.md          | 3 | expected id, page, host, family, format, origin, fetched,"
            + " sha256, found 'pge' (did you mean 'page'?)",
        "providers:\\n- id: a\\n  page: [a.md]       | 3 | expected a text for 'page'",
        "providers:\\n"
            + "- id: ../a\\n"
            + "  page: a.md      | 2 | expected an id of letters, digits, '.', '_' and '-', found"
            + " '../a'",
        "providers:\\n"
            + "- id: a\\n"
            + "  page: a.md\\n"
            + "  host: ftp://a | 4 | expected an address such as https://api.example.com, found"
            + " 'ftp://a'",
        "a: 1\\n"
            + "---\\n"
            + "b: 2                           | 1 | expected one object with 'providers', found"
            + " another thing",
      })
  void rejectsInvalidFile(String yaml, int line, String message) throws IOException {
    write(yaml.replace("\\n", "\n") + "\n");
    assertThatThrownBy(this::derive)
        .isInstanceOf(RejectedInputException.class)
        .hasMessage("providers.yaml:" + line + ": [providers-file] " + message + REMEDY);
  }

  @Test
  void rejectsDuplicateId() throws IOException {
    write("providers:\n- {id: a, page: a.md}\n- {id: a, page: b.md}\n");
    assertThatThrownBy(this::derive)
        .hasMessage(
            "providers.yaml:3: [providers-file] the id a has two entries, the other in line 2. Keep"
                + " one.");
  }

  @Test
  void rejectsDuplicatePage() throws IOException {
    write("providers:\n- {id: a, page: a.md}\n- {id: b, page: a.md}\n");
    assertThatThrownBy(this::derive)
        .hasMessage(
            "providers.yaml:3: [providers-file] the page a.md has two entries, the other in line 2."
                + " Keep one.");
  }

  @Test
  void rejectsMissingPage() throws IOException {
    write("providers:\n- {id: a, page: a.md}\n- {id: b, page: gone.md}\n");
    assertThatThrownBy(this::derive)
        .hasMessage(
            "providers.yaml:3: [providers-file] expected a page that is there, found 'gone.md'."
                + " Correct the name, or take the entry out.");
  }

  @Test
  void acceptsEmptyFile() throws IOException {
    write("# Nobody yet.\nproviders:\n");
    assertThat(TestPages.in(folder).derive().pages())
        .extracting(p -> p.provider())
        .containsExactly("a");
  }

  @Test
  void reportsPagesWithSameProvider() throws IOException {
    TestPages pages =
        TestPages.in(folder)
            .addGetPage("a.md", "/v1/a", "example: {id: a}\n")
            .addFile("pages/a.yaml", TestPages.getDocument("/v1/b", "example: {id: b}\n"));
    assertThat(TestPages.findings(pages.derive(), "same-provider"))
        .containsExactly(
            "pages/a.yaml: [same-provider] this page and pages/a.md both give the provider a. Read"
                + " as two pages of one provider; providers.yaml may name them.");
  }

  @Test
  void sanitizesProviderIdOfPage() {
    assertThat(ProviderRegistry.empty().providerOf("...md").id()).isEqualTo("page");
    assertThat(ProviderRegistry.empty().providerOf("../a b.md").id()).isEqualTo("a-b");
  }

  private void write(String yaml) throws IOException {
    TestPages.in(folder)
        .addGetPage("a.md", "/v1/a", "example: {id: a}\n")
        .addFile("providers.yaml", yaml);
  }

  private void derive() throws IOException {
    TestPages.in(folder).derive();
  }
}
