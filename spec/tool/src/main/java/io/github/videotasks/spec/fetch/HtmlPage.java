package io.github.videotasks.spec.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The few parts of an HTML page that lead to its OpenAPI document. It is a scanner for tags rather
 * than a parser of HTML, because it needs only the attributes of single tags and the text of
 * scripts; its time is linear in the size of the page.
 */
final class HtmlPage {
  private static final int MAX_TAG_LENGTH = 4_000;
  private static final int MAX_PROLOGUE_LENGTH = 2_000;
  private static final Pattern START =
      Pattern.compile(
          "(?is)\\s*(?>(?:<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*)"
              + "(?:<!doctype html|<html|<head|<script|<meta)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z-]{1,40})\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
  private static final Pattern DATA_TYPE =
      Pattern.compile("(?i)(?:application|text)/(?:[\\w.+-]*json|[\\w.+-]*yaml)(?:;.*)?");

  private final String text;
  private final String lower;
  private final HttpUrl url;
  private final List<String> scripts = new ArrayList<>();
  private @Nullable String link;

  private HtmlPage(String text, HttpUrl url) {
    this.text = text;
    // The lower case of this character is longer; the offsets must be those of the text.
    this.lower = text.replace('\u0130', 'i').toLowerCase(Locale.ROOT);
    this.url = url;
  }

  /** Returns the page; null when the text is something else than HTML. */
  static @Nullable HtmlPage parse(byte[] body, String pageUrl) {
    String text = new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    String start = text.substring(0, Math.min(text.length(), MAX_PROLOGUE_LENGTH));
    HttpUrl url = HttpUrl.parse(pageUrl);
    if (url == null || !START.matcher(start).lookingAt() || start.contains("\n```")) {
      return null;
    }
    HtmlPage page = new HtmlPage(text, url);
    page.scan();
    return page;
  }

  /**
   * Returns the URL of the Markdown export: the one that the page links to, or, of Apifox and
   * Apidog, the URL of the page with {@code .md}. Null when there is none, or when the page
   * contains a document itself.
   */
  @Nullable String markdownUrl() {
    if (link != null || document() != null) {
      return link;
    }
    boolean known = lower.contains("apifox") || lower.contains("apidog");
    return known && !url.encodedPath().endsWith(".md") ? exportUrl().toString() : null;
  }

  /** Returns the OpenAPI document in a script; null when there is none. */
  @Nullable String document() {
    for (String script : scripts) {
      String found = JsonShell.findDocument(script);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private HttpUrl exportUrl() {
    String path = url.encodedPath().replaceFirst("/+$", "");
    return url.newBuilder().encodedPath(path + ".md").fragment(null).build();
  }

  private void scan() {
    int at = text.indexOf('<');
    while (at >= 0) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        return;
      }
      if (lower.startsWith("<script", at)) {
        int close = lower.indexOf("</script", end);
        if (close < 0) {
          return;
        }
        if (DATA_TYPE.matcher(attribute(tag(at, end), "type")).matches()) {
          scripts.add(text.substring(end + 1, close));
        }
        end = close;
      } else if (lower.startsWith("<link", at) || lower.startsWith("<a ", at)) {
        readLink(tag(at, end));
      }
      at = text.indexOf('<', end);
    }
  }

  private String tag(int from, int to) {
    return text.substring(from, Math.min(to, from + MAX_TAG_LENGTH));
  }

  /** A link to another host could be set by a text of a user. */
  private void readLink(String tag) {
    HttpUrl target = url.resolve(attribute(tag, "href").replace("&amp;", "&"));
    if (link != null
        || target == null
        || !target.host().equals(url.host())
        || (url.isHttps() && !target.isHttps())) {
      return;
    }
    boolean alternate =
        attribute(tag, "rel").equalsIgnoreCase("alternate")
            && attribute(tag, "type").toLowerCase(Locale.ROOT).startsWith("text/markdown");
    if (alternate || target.encodedPath().equals(exportUrl().encodedPath())) {
      link = target.toString();
    }
  }

  private static String attribute(String tag, String name) {
    Matcher attributes = ATTRIBUTE.matcher(tag);
    while (attributes.find()) {
      if (attributes.group(1).equalsIgnoreCase(name)) {
        for (int group = 2; group <= 4; group++) {
          if (attributes.group(group) != null) {
            return attributes.group(group);
          }
        }
      }
    }
    return "";
  }
}
