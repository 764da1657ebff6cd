package io.github.videotasks.spec.fetch;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.util.function.BiFunction;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page in the form that the tool reads.
 *
 * <p>Markdown and YAML are kept byte for byte. Of an HTML page, the Markdown export that it links
 * to is fetched, or else the OpenAPI document in one of its scripts is kept; of a JSON response,
 * the document inside it. The HTML of Apifox and Apidog contains neither; their Markdown export is
 * at the URL of the page with {@code .md}.
 */
public final class PublishedPageReader {
  private final BiFunction<String, PageValidators, FetchResponse> fetcher;

  /**
   * Creates a reader.
   *
   * @param limits the limits of each request
   */
  public PublishedPageReader(FetchLimits limits) {
    this((url, known) -> new PageFetcher(limits).fetch(url, known));
  }

  PublishedPageReader(BiFunction<String, PageValidators, FetchResponse> fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Fetches a page.
   *
   * @param url the URL of the page
   * @param fileName the name of the file that keeps it; a document without Markdown around it is
   *     fenced unless the extension is that of YAML or JSON
   * @param known the validators of an earlier response; {@link PageValidators#NONE} without one
   * @return the page; its text is null when it has not been modified
   * @throws RejectedInputException when the page cannot be fetched
   */
  public PublishedPage read(String url, String fileName, PageValidators known) {
    FetchResponse response = fetcher.apply(url, known);
    HtmlPage html = parseHtml(response);
    String link = html == null ? null : html.markdownUrl();
    if (html == null || link == null) {
      return page(response, html, fileName);
    }
    FetchResponse export = fetcher.apply(link, known);
    return page(export, parseHtml(export), fileName);
  }

  private static @Nullable HtmlPage parseHtml(FetchResponse response) {
    byte[] body = response.body();
    return body == null ? null : HtmlPage.parse(body, response.url());
  }

  private static PublishedPage page(
      FetchResponse response, @Nullable HtmlPage html, String fileName) {
    byte[] body = response.body();
    if (body == null) {
      return new PublishedPage(null, response.validators(), null);
    }
    if (html == null) {
      byte[] text = JsonShell.unwrap(body, fileName);
      return new PublishedPage(text, response.validators(), null);
    }
    String document = html.document();
    return document == null
        ? new PublishedPage(body, PageValidators.NONE, withoutDocument(response.url()))
        : new PublishedPage(JsonShell.page(document, fileName), response.validators(), null);
  }

  private static Finding withoutDocument(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    return new RejectedInputException(
            "html-page",
            new SourceLocation(parsed == null ? "URL" : MessageText.excerpt(parsed.host()), 0),
            "expected Markdown, YAML or JSON with an OpenAPI document, found an HTML page that"
                + " neither contains one nor links to its Markdown; it may be a login page",
            "Use the URL of the Markdown export, often that of the page with .md, or import a file")
        .finding();
  }
}
