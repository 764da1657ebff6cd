package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSourceUrlTest {
  @TempDir Path folder;

  @Test
  void readsEntriesWithSource() throws IOException {
    ProviderRegistry registry =
        read("  - id: b\n    page: b.md\n", "  - id: a\n    page: a.md\n    source: https://h/a\n");
    assertThat(registry.sources())
        .extracting(source -> source.provider() + " " + source.page() + " " + source.url())
        .containsExactly("a a.md https://h/a");
    assertThat(registry.sources().get(0).location()).hasToString("providers.yaml:6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://docs.example/a%20b.md?lang=en&keyboard=1",
        "HTTP://[2001:db8::1]:8080/a?design=1"
      })
  void acceptsPublicUrls(String url) {
    assertThat(PageSourceUrl.findProblem(url)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter2@h.example/a",
        "https://hunter2@h.example/a",
        "https://h.example/a?access_token=hunter2",
        "https://h.example/a?x=1&X-Amz-Signature=hunter2",
        "https://h.example/a?SIG=hunter2",
        "https://h.example/a?apikey=hunter2"
      })
  void refusesCredentialsWithoutQuotingThem(String url) {
    assertThatThrownBy(() -> read("  - id: a\n    page: a.md\n    source: \"" + url + "\"\n"))
        .hasMessage(
            "providers.yaml:4: [providers-file] expected a URL without credentials for 'source',"
                + " found a user, password, key or signature; the file is public. Write the entry"
                + " like the others.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.md", "ftp://h/a", "file:///etc/passwd", "https://", "https://h/#a"})
  void refusesOtherTexts(String url) {
    assertThatThrownBy(() -> read("  - id: a\n    page: a.md\n    source: \"" + url + "\"\n"))
        .hasMessageStartingWith(
            "providers.yaml:4: [providers-file] expected an http or https URL without a fragment");
  }

  private ProviderRegistry read(String... entries) throws IOException {
    Path file = folder.resolve("providers.yaml");
    Files.writeString(file, "providers:\n" + String.join("", entries));
    return ProviderRegistry.read(file);
  }
}
