package io.github.videotasks.spec.observe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Masks URLs: no user, no signature, no id; host, words of the path and file type remain. */
record MaskedUrl(RecordSecrets hidden) {
  private static final Pattern SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,5}");
  private static final String MASKED = TrafficMask.MASKED;

  /** Masks the URL of a request: ids in path and query are numbered, other values removed. */
  String ofRequest(String url) {
    return mask(url, this::requestSegment, this::requestQuery);
  }

  /** Masks a URL or path in a body, with the whole query, because it is signed. */
  String ofBody(String url) {
    return mask(url, this::segment, query -> query.isEmpty() ? "" : MASKED);
  }

  /** Hides the keys and prompts in the query of a request wherever they occur. */
  void collectSecrets(String url) {
    String text = before(url, '#');
    for (String pair : text.substring(before(text, '?').length()).split("[?&]", -1)) {
      String name = before(pair, '=');
      if (NameClass.of(name).isInherited() && pair.length() > name.length()) {
        hidden.hide(decode(pair.substring(name.length() + 1)));
      }
    }
  }

  /** Numbers the ids in the URL of a request. */
  void collectIds(String url) {
    ofRequest(url);
  }

  private String mask(String url, UnaryOperator<String> segments, UnaryOperator<String> queries) {
    String text = before(url, '#');
    String path = before(text, '?');
    String query =
        path.length() == text.length()
            ? ""
            : "?" + queries.apply(text.substring(path.length() + 1));
    String origin = "";
    int host = path.indexOf("//");
    if (host >= 0 && !path.startsWith("/", host + 2)) {
      String scheme = path.substring(0, host);
      if (!scheme.isEmpty() && !SCHEME.matcher(before(scheme, ':')).matches()) {
        return MASKED;
      }
      String authority = before(path.substring(host + 2), '/');
      origin = scheme + "//" + authority(authority);
      path = path.substring(host + 2 + authority.length());
    }
    List<String> masked = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      masked.add(segment.isEmpty() ? "" : segments.apply(segment));
    }
    return origin + String.join("/", masked) + query;
  }

  private String authority(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = host.lastIndexOf(':');
    String port = colon < 0 ? "" : host.substring(colon + 1);
    if (!PORT.matcher(port).matches()) {
      return labels(colon < 0 ? host : MASKED);
    }
    return labels(host.substring(0, colon)) + ":" + port;
  }

  private String labels(String host) {
    List<String> masked = new ArrayList<>();
    for (String label : host.split("\\.", -1)) {
      masked.add(isKept(label) ? label : MASKED);
    }
    return String.join(".", masked);
  }

  private String segment(String segment) {
    String decoded = decode(segment);
    if (hidden.isKnownId(decoded)) {
      return hidden.replaceId(decoded);
    }
    if (isKept(segment) && !hidden.hasId(decoded)) {
      return segment;
    }
    int dot = segment.lastIndexOf('.');
    String extension = segment.substring(dot + 1);
    return dot > 0 && EXTENSION.matcher(extension).matches() && isKept(extension)
        ? MASKED + "." + extension
        : MASKED;
  }

  private String requestSegment(String segment) {
    String decoded = decode(segment);
    return isKept(segment) && !hidden.isKnownId(decoded) ? segment : hidden.replaceId(decoded);
  }

  private String requestQuery(String query) {
    List<String> masked = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      String name = before(pair, '=');
      String value = decode(pair.substring(Math.min(pair.length(), name.length() + 1)));
      if (pair.contains("=") && PlainText.isName(name) && !hidden.isHidden(name)) {
        boolean isId = NameClass.of(name) == NameClass.ID;
        String shown = isId ? hidden.replaceId(value) : MASKED;
        masked.add(name + "=" + (value.isEmpty() ? "" : shown));
      } else if (!pair.isEmpty()) {
        masked.add(MASKED);
      }
    }
    return String.join("&", masked);
  }

  private boolean isKept(String word) {
    return PlainText.isWord(word) && !hidden.isHidden(word);
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** A plus sign remains: in a path it is not a blank. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
