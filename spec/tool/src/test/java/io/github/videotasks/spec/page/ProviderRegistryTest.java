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

/** An error in providers.yaml stops the tool with the line of the error. */
class ProviderRegistryTest {
  private static final String REMEDY = ". Write the entry like the others.";

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
            + " found something else",
        "providers:\\n- {id: a}                      | 2 | expected an entry with 'id' and 'page'",
        "providers:\\n"
            + "- id: a\\n"
            + "  pge: a.md          | 3 | expected id, page, host, family, format, origin, source,"
            + " fetched, sha256, found 'pge' (did you mean 'page'?)",
        "providers:\\n- id: a\\n  page: [a.md]       | 3 | expected a string for 'page'",
        "providers:\\n"
            + "- id: ../a\\n"
            + "  page: a.md      | 2 | expected an id of letters, digits, '.', '_' and '-', found"
            + " '../a'",
        "providers:\\n"
            + "- id: a\\n"
            + "  page: a.md\\n"
            + "  host: ftp://a | 4 | expected a URL such as https://api.example.com, found"
            + " 'ftp://a'",
        "a: 1\\n"
            + "---\\n"
            + "b: 2                           | 1 | expected one object with 'providers', found"
            + " something else",
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
            "providers.yaml:3: [providers-file] expected one entry for id a, found another one in"
                + " line 2. Keep one of the two.");
  }

  @Test
  void rejectsDuplicatePage() throws IOException {
    write("providers:\n- {id: a, page: a.md}\n- {id: b, page: a.md}\n");
    assertThatThrownBy(this::derive)
        .hasMessage(
            "providers.yaml:3: [providers-file] expected one entry for page a.md, found another one"
                + " in line 2. Keep one of the two.");
  }

  @Test
  void rejectsMissingPage() throws IOException {
    write("providers:\n- {id: a, page: a.md}\n- {id: b, page: gone.md}\n");
    assertThatThrownBy(this::derive)
        .hasMessage(
            "providers.yaml:3: [providers-file] expected an existing page, found 'gone.md'."
                + " Correct the name, or remove the entry.");
  }

  @Test
  void acceptsEmptyFile() throws IOException {
    write("# No providers yet.\nproviders:\n");
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
            "pages/a.yaml: [same-provider] expected one page for provider a, found this page and"
                + " pages/a.md. Read as two pages of one provider; providers.yaml can separate"
                + " them.");
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
