package io.github.videotasks.ext.http;

import io.github.videotasks.ext.payload.MaskedExcerpt;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Path of an endpoint, below the base URL, with {@code {id}} as one of its segments or as a value
 * of its query. Its other characters are sent as they are.
 *
 * @param text such as {@code /v1/video/generations/{id}} or {@code /v1/query?task={id}}
 */
record PathTemplate(String text) {

  private static final String ID = "{id}";
  private static final int MAX_LENGTH = 500;
  private static final int MAX_QUOTED_LENGTH = 100;

  /** One segment: RFC 3986, pchar without percent escapes, which servers may decode to a slash. */
  private static final String SEGMENT = "[A-Za-z0-9._~!$&'()*+,;=:@-]+";

  private static final Pattern PATH = Pattern.compile("(?:/(?:" + SEGMENT + "|\\{id}))+/?");

  /** Segments that a server or OkHttp resolves: dots, also before a parameter. */
  private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.+(?:;[^/]*)?(?=/|$)");

  /** Without the apostrophe, which OkHttp would encode. */
  private static final String QUERY_CHARACTERS = "(?:[A-Za-z0-9._~!$()*+,;:@/-]|%[0-9A-Fa-f]{2})";

  private static final Pattern QUERY =
      Pattern.compile(
          "NAME(?:=(?:VALUE|\\{id}))?(?:&NAME(?:=(?:VALUE|\\{id}))?)*"
              .replace("NAME", QUERY_CHARACTERS + "+")
              .replace("VALUE", QUERY_CHARACTERS + "*"));

  /**
   * Checks a template.
   *
   * @throws IllegalArgumentException if it is not a path with exactly one id
   */
  PathTemplate {
    String problem = findProblem(text);
    if (problem != null) {
      throw new IllegalArgumentException(
          "endpoint: expected %s, found \"%s\"; pass a path such as /v1/video/generations/{id} or /v1/query?task={id}"
              .formatted(problem, MaskedExcerpt.of(text, MAX_QUOTED_LENGTH)));
    }
  }

  private static @Nullable String findProblem(String text) {
    if (text.length() > MAX_LENGTH) {
      return "at most " + MAX_LENGTH + " characters";
    }
    if (!text.startsWith("/") || text.startsWith("//")) {
      return "a path that starts with one '/', without scheme and host";
    }
    if (text.indexOf('#') >= 0) {
      return "a path without a fragment";
    }
    int first = text.indexOf(ID);
    if (first < 0 || first != text.lastIndexOf(ID)) {
      return "exactly one {id}";
    }
    int queryStart = text.indexOf('?');
    String path = queryStart < 0 ? text : text.substring(0, queryStart);
    if (DOT_SEGMENT.matcher(path).find()) {
      return "a path without segments that consist of dots";
    }
    if (!PATH.matcher(path).matches()) {
      return "segments that are not empty, of the characters A-Z a-z 0-9 . _ ~ ! $ & ' ( ) * + , ;"
          + " = : @ - or {id} alone";
    }
    return queryStart < 0 || QUERY.matcher(text.substring(queryStart + 1)).matches()
        ? null
        : "a query of name=value pairs joined by '&', with {id} as a whole value";
  }

  /** Returns whether the id is a value of the query; otherwise it is a segment of the path. */
  boolean idInQuery() {
    int queryStart = text.indexOf('?');
    return queryStart >= 0 && queryStart < text.indexOf(ID);
  }

  /**
   * Returns the URL of this path for the id of a generated request, in its encoding.
   *
   * @param base ends in {@code /}
   * @param generated of a generated operation with its id in the same place, path or query
   */
  HttpUrl resolve(HttpUrl base, HttpUrl generated) {
    String[] parts = text.replace(ID, encodedId(generated)).split("\\?", 2);
    return base.newBuilder()
        .encodedPath(base.encodedPath() + parts[0].substring(1))
        .encodedQuery(parts.length == 1 ? null : parts[1])
        .build();
  }

  private String encodedId(HttpUrl generated) {
    if (!idInQuery()) {
      return generated.encodedPathSegments().get(generated.pathSize() - 1);
    }
    String query = String.valueOf(generated.encodedQuery());
    return query.substring(query.indexOf('=') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
