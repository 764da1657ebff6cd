package io.github.videotasks.client.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * URL and headers of a request whose parameters Retrofit cannot write by itself: lists in one
 * value, objects, JSON, cookies. Generated interfaces call it for such operations.
 *
 * <p>A null value, an empty list and an empty object are left out. A value that the style cannot
 * express is an {@link IllegalArgumentException}: nothing else is sent in its place.
 */
public final class RequestParameters {
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("(?:^|.*/)(?:\\.|%2[eE]){1,2}(?:/.*|$)", Pattern.DOTALL);
  private static final Pattern JSON =
      Pattern.compile("(?i)\\s*application/(?:.*\\+)?json\\s*(?:;.*)?");

  private final List<String> query = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String path;

  /**
   * Creates the parameters of one request.
   *
   * @param path path of the operation as in the contract, with or without a slash at the start, or
   *     a URL
   */
  public RequestParameters(String path) {
    boolean absolute = path.startsWith("https://") || path.startsWith("http://");
    // Otherwise a colon in the first segment would end a scheme.
    this.path = absolute ? path : "./" + path.replaceFirst("^/+", "");
  }

  /**
   * Adds a path parameter.
   *
   * @param name its name in braces in the path
   * @param value its value, not null
   * @param style {@code simple}, {@code label} or {@code matrix}
   * @param explode whether each item or property is a value of its own
   * @return this
   */
  public RequestParameters path(
      String name, @Nullable Object value, String style, boolean explode) {
    if (value == null) {
      throw new IllegalArgumentException("expected a value of the path parameter " + name);
    }
    StyledValue styled =
        StyledValue.of(name, value, PercentEncoding.PATH::encode, PercentEncoding.PATH::encode);
    String own = PercentEncoding.PATH.encode(name);
    String text =
        switch (style) {
          case "label" -> "." + (explode ? styled.joinPairs(".") : styled.join(","));
          case "matrix" ->
              ";"
                  + (explode
                      ? String.join(";", styled.pairs(own, "", ""))
                      : own + "=" + styled.join(","));
          default -> explode ? styled.joinPairs(",") : styled.join(",");
        };
    return replace(name, text);
  }

  private RequestParameters replace(String name, String text) {
    String replaced = path.replace("{" + name + "}", text);
    if (DOT_SEGMENT.matcher(replaced.substring(replaced.startsWith("./") ? 2 : 0)).matches()) {
      throw new IllegalArgumentException(
          "expected a value of the path parameter " + name + " that is not '.' or '..'");
    }
    path = replaced;
    return this;
  }

  /**
   * Adds a query parameter.
   *
   * @param name its name
   * @param value its value; null leaves it out
   * @param style {@code form}, {@code spaceDelimited}, {@code pipeDelimited} or {@code deepObject}
   * @param explode whether each item or property is a value of its own
   * @param allowReserved whether reserved characters stay as they are
   * @return this
   */
  public RequestParameters query(
      String name, @Nullable Object value, String style, boolean explode, boolean allowReserved) {
    if (value == null) {
      return this;
    }
    PercentEncoding encoding =
        allowReserved ? PercentEncoding.RESERVED_QUERY : PercentEncoding.QUERY;
    String own = PercentEncoding.QUERY.encode(name);
    StyledValue styled =
        StyledValue.of(name, value, PercentEncoding.QUERY::encode, encoding::encode);
    if (styled.isEmpty()) {
      return this;
    }
    switch (style) {
      case "deepObject" -> {
        if (!styled.isObject()) {
          throw new IllegalArgumentException(
              "expected an object in the parameter " + name + " of style deepObject");
        }
        query.addAll(styled.pairs(null, own + "%5B", "%5D"));
      }
      case "spaceDelimited" -> addDelimited(name, styled, explode, "%20");
      case "pipeDelimited" -> addDelimited(name, styled, explode, "%7C");
      default -> addForm(own, styled, explode, ",");
    }
    return this;
  }

  /** The delimiter is encoded in these styles, so a value must not contain it. */
  private void addDelimited(String name, StyledValue styled, boolean explode, String delimiter) {
    String own = PercentEncoding.QUERY.encode(name);
    if (!styled.isScalar() && !explode && styled.join("").contains(delimiter)) {
      throw new IllegalArgumentException(
          "expected values of the parameter "
              + name
              + " without its delimiter "
              + (delimiter.equals("%20") ? "blank" : "|"));
    }
    addForm(own, styled, explode, delimiter);
  }

  private void addForm(String own, StyledValue styled, boolean explode, String delimiter) {
    if (explode) {
      query.addAll(styled.pairs(own, "", ""));
    } else {
      query.add(own + "=" + styled.join(delimiter));
    }
  }

  /**
   * Adds a header.
   *
   * @param name its name
   * @param value its value; null leaves it out
   * @param explode whether a property is {@code name=value} instead of {@code name,value}
   * @return this
   */
  public RequestParameters header(String name, @Nullable Object value, boolean explode) {
    if (value == null) {
      return this;
    }
    StyledValue styled = StyledValue.of(name, value, text -> text, text -> text);
    if (!styled.isScalar() && styled.join("").contains(",")) {
      throw new IllegalArgumentException(
          "expected values of the header " + name + " without a comma, which separates them");
    }
    if (!styled.isEmpty()) {
      headers.put(name, explode ? styled.joinPairs(",") : styled.join(","));
    }
    return this;
  }

  /**
   * Adds a cookie. Only characters that a cookie cannot contain are percent-encoded.
   *
   * @param name its name
   * @param value its value; null leaves it out
   * @param explode whether each item or property is a value of its own, which cookies cannot
   *     express
   * @return this
   */
  public RequestParameters cookie(String name, @Nullable Object value, boolean explode) {
    if (value == null) {
      return this;
    }
    StyledValue styled =
        StyledValue.of(name, value, PercentEncoding.COOKIE::encode, PercentEncoding.COOKIE::encode);
    if (explode && !styled.isScalar() && (styled.isObject() || styled.size() > 1)) {
      throw new IllegalArgumentException(
          "expected one value of the cookie " + name + ": an exploded list or object has no form");
    }
    if (!styled.isEmpty()) {
      addCookie(name, styled.join(","));
    }
    return this;
  }

  private void addCookie(String name, String text) {
    headers.merge(
        "Cookie",
        PercentEncoding.QUERY.encode(name) + "=" + text,
        (some, one) -> some + "; " + one);
  }

  /**
   * Adds a parameter that is content of a media type.
   *
   * @param in location: {@code query}, {@code path}, {@code header} or {@code cookie}
   * @param name its name
   * @param value its value; null leaves it out
   * @param mediaType media type; a value that is not JSON must be a scalar
   * @return this
   */
  public RequestParameters content(
      String in, String name, @Nullable Object value, String mediaType) {
    if (value == null) {
      return this;
    }
    String text =
        JSON.matcher(mediaType).matches()
            ? ParameterText.toJson(value).json()
            : ParameterText.ofScalar(value);
    if (text == null) {
      throw new IllegalArgumentException(
          "expected text in the parameter "
              + name
              + ", found an object; "
              + mediaType
              + " is not JSON");
    }
    switch (in) {
      case "path" -> replace(name, PercentEncoding.PATH.encode(text));
      case "header" -> headers.put(name, ParameterText.escapeNonAscii(text));
      case "cookie" -> addCookie(name, PercentEncoding.COOKIE.encode(text));
      default ->
          query.add(PercentEncoding.QUERY.encode(name) + "=" + PercentEncoding.QUERY.encode(text));
    }
    return this;
  }

  /** {@return the URL, relative to the base URL unless the path is a URL} */
  public String url() {
    String separator = path.contains("?") ? "&" : "?";
    return query.isEmpty() ? path : path + separator + String.join("&", query);
  }

  /** {@return the headers, cookies included} */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }
}
