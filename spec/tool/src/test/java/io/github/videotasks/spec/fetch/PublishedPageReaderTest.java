package io.github.videotasks.spec.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedPageReaderTest {
  private static final String PAGE = "https://docs.example/1e0";
  private static final String MARKDOWN = "# Query\n\n```yaml\nopenapi: 3.0.1\npaths: {}\n```\n";
  private static final String JSON = "{\"openapi\": \"3.0.1\", \"paths\": {\"/a\": {\"x\": 1.50}}}";
  private static final String FENCED = "```json\n" + JSON + "\n```\n";

  private final Map<String, String> host = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final PageValidators validators = new PageValidators("h", "\"1\"", "");

  @Test
  void keepsMarkdownByteForByte() {
    host.put(PAGE, "\uFEFF" + MARKDOWN + " \r\n");
    assertThat(read("a.md")).isEqualTo("\uFEFF" + MARKDOWN + " \r\n");
  }

  /** The HTML of these two tools contains no document; their Markdown is at the URL with .md. */
  @ParameterizedTest
  @ValueSource(strings = {"<meta name=\"generator\" content=\"Apidog\">", "<div id=apifox></div>"})
  void fetchesMarkdownExportOfApifoxAndApidog(String mark) {
    host.put(PAGE + "?lang=en", "<!doctype html>\n<html><head>" + mark + "</head></html>");
    host.put(PAGE + ".md?lang=en", MARKDOWN);
    assertThat(readFrom(PAGE + "?lang=en", "a.md")).isEqualTo(MARKDOWN);
    assertThat(requests).containsExactly(PAGE + "?lang=en", PAGE + ".md?lang=en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=\"alternate\" type=\"text/markdown\" href=\"/md/1?a=1&amp;b=2\">",
        "<LINK href='https://docs.example/md/1?a=1&b=2' type=text/markdown rel=alternate />"
      })
  void fetchesAlternateMarkdown(String link) {
    host.put(PAGE, "<!-- build --><html><head>" + link + "</head><body>apidog</body></html>");
    host.put("https://docs.example/md/1?a=1&b=2", MARKDOWN);
    assertThat(read("a.md")).isEqualTo(MARKDOWN);
  }

  /** The lower case of the letter in the title is longer than the letter. */
  @Test
  void findsLinkBehindCapitalLetterWithDot() {
    String link = "<link rel=alternate type=text/markdown href=/a.md>";
    host.put(PAGE, "<html><title>" + "\u0130".repeat(40) + "</title>" + link + "</html>");
    host.put("https://docs.example/a.md", MARKDOWN);
    assertThat(read("a.md")).isEqualTo(MARKDOWN);
  }

  @Test
  void followsNoLinkWithoutTls() {
    String link = "<link rel=alternate type=text/markdown href=http://docs.example/a.md>";
    host.put(PAGE, "<html>" + link + "</html>");
    assertRejected("docs.example: [html-page] expected Markdown, YAML or JSON with an OpenAPI");
    assertThat(requests).containsExactly(PAGE);
  }

  /** A text of a user on the page could contain such a link. */
  @Test
  void followsNoLinkToAnotherHost() {
    host.put(PAGE, "<html><link rel=alternate type=text/markdown href=//evil.example/a.md></html>");
    assertRejected("docs.example: [html-page] expected Markdown, YAML or JSON with an OpenAPI");
    assertThat(requests).containsExactly(PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><script type=\"application/json\">{\"a\": [{}, DOC]}</script></html>",
        "<html><script>x={</script><script id=\"__NEXT_DATA__\" type=\"application/json\">"
            + "{\"page\": {\"openapi\": 1, \"doc\": DOC}}</script></html>",
        "{\"success\": true, \"data\": DOC}",
        "DOC"
      })
  void keepsDocumentInsideWithItsDigits(String shell) {
    host.put(PAGE, shell.replace("DOC", JSON));
    assertThat(read("a.md")).isEqualTo(FENCED);
    assertThat(read("a.json")).isEqualTo(JSON);
  }

  @Test
  void keepsMarkdownInsideJson() {
    host.put(PAGE, "{\"data\": {\"content\": \"" + MARKDOWN.replace("\n", "\\n") + "\"}}");
    assertThat(read("a.md")).isEqualTo(MARKDOWN);
  }

  @Test
  void fencesBareYamlForMarkdownPage() {
    String yaml = "openapi: 3.0.1\npaths: {}\ninfo:\n  description: |\n    ```\n    x\n    ```\n";
    host.put(PAGE, yaml);
    assertThat(read("a.md")).isEqualTo("````yaml\n" + yaml + "````\n");
    assertThat(read("a.yaml")).isEqualTo(yaml);
  }

  @Test
  void keepsJsonWithoutDocumentForTheCheckOfPages() {
    host.put(PAGE, "{\"success\": false, \"message\": \"log in\"}");
    assertThat(read("a.md")).isEqualTo("{\"success\": false, \"message\": \"log in\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Log in</body></html>",
        "<?xml version=\"1.0\"?><html/>",
        "<html><script type=\"application/json\">{\"a\": 1}</script><script>var a = {}",
        "<html><script type=\"application/json\">" + "{\"a\":[" + "</script>"
      })
  void reportsHtmlWithoutDocument(String html) {
    host.put(PAGE, html);
    assertRejected("docs.example: [html-page] expected Markdown, YAML or JSON with an OpenAPI");
  }

  /** A Markdown page may begin with a tag. */
  @Test
  void readsMarkdownWithTagsAsMarkdown() {
    String page = "<!-- generated -->\n" + MARKDOWN;
    host.put(PAGE, page);
    assertThat(read("a.md")).isEqualTo(page);
  }

  @Test
  void reportsExportThatIsHtmlAgain() {
    host.put(PAGE, "<html>apifox</html>");
    host.put(PAGE + ".md", "<html>apifox login</html>");
    assertRejected("docs.example: [html-page] ");
    assertThat(requests).hasSize(2);
  }

  @Test
  void returnsNoTextWhenExportIsNotModified() {
    host.put(PAGE, "<html>apifox</html>");
    host.put(PAGE + ".md", "304");
    PublishedPage page = reader().read(PAGE, "a.md", validators);
    assertThat(page.text()).isNull();
    assertThat(page.validators()).isEqualTo(validators);
  }

  /** Each start of a tag would be searched to the end of the page. */
  @ParameterizedTest
  @ValueSource(strings = {"<script ", "<a href=", "<link href='", "<script>", "{\"a\":", "<!--"})
  void readsRepeatedTagsOnce(String part) {
    host.put(PAGE, "<html>" + part.repeat(8_000_000 / part.length()));
    assertRejected("docs.example: [html-page] ");
  }

  private void assertRejected(String message) {
    assertThat(String.valueOf(reader().read(PAGE, "a.md", PageValidators.NONE).problem()))
        .startsWith(message);
    assertThatThrownBy(() -> readFrom(PAGE + "/none", "a.md"))
        .isInstanceOf(RejectedInputException.class);
    requests.remove(PAGE + "/none");
  }

  private String read(String fileName) {
    return readFrom(PAGE, fileName);
  }

  private String readFrom(String url, String fileName) {
    PublishedPage page = reader().read(url, fileName, PageValidators.NONE);
    assertThat(page.problem()).isNull();
    return new String(Objects.requireNonNull(page.text()), UTF_8);
  }

  private PublishedPageReader reader() {
    return new PublishedPageReader(
        (url, known) -> {
          requests.add(url);
          String text = host.get(url);
          if (text == null) {
            throw new RejectedInputException(
                "not-fetched", new SourceLocation("host", 0), "expected a page, found none", "No");
          }
          boolean same = text.equals("304");
          return new FetchResponse(
              url, same ? null : text.getBytes(UTF_8), same ? known : PageValidators.NONE);
        });
  }
}
