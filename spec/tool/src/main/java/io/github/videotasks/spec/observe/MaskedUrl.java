package io.github.videotasks.spec.observe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Masks URLs: no user, no signature, no id; host, words of the path and file type stay. */
final class MaskedUrl {
  private static final Pattern SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,5}");
  private static final String MASKED = TrafficMask.MASKED;

  private final RecordSecrets secrets;

  MaskedUrl(RecordSecrets secrets) {
    this.secrets = secrets;
  }

  /** Masks the URL of a request: ids in path and query are numbered, other values removed. */
  String ofRequest(String url) {
    return mask(url, this::requestSegment, this::requestQuery);
  }

  /** Masks a URL or path in a body: the query is removed as a whole, because it is signed. */
  String ofBody(String url) {
    return mask(url, this::segment, query -> query.isEmpty() ? "" : MASKED);
  }

  /** Hides the keys and prompts in the query of a request wherever they occur. */
  void collectSecrets(String url) {
    String text = cut(url, '#');
    for (String pair : text.substring(cut(text, '?').length()).split("[?&]", -1)) {
      String name = cut(pair, '=');
      if (NameClass.of(name).isInherited() && pair.length() > name.length()) {
        secrets.hide(decode(pair.substring(name.length() + 1)));
      }
    }
  }

  /** Numbers the ids in the URL of a request. */
  void collectIds(String url) {
    ofRequest(url);
  }

  private String mask(String url, UnaryOperator<String> segments, UnaryOperator<String> queries) {
    String text = cut(url, '#');
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    String origin = "";
    int host = path.indexOf("//");
    if (host >= 0 && !path.startsWith("/", host + 2)) {
      String scheme = path.substring(0, host);
      if (!scheme.isEmpty() && !SCHEME.matcher(cut(scheme, ':')).matches()) {
        return MASKED;
      }
      int end = path.indexOf('/', host + 2);
      String authority = path.substring(host + 2, end < 0 ? path.length() : end);
      origin = scheme + "//" + authority(authority);
      path = end < 0 ? "" : path.substring(end);
    }
    List<String> masked = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      masked.add(segment.isEmpty() ? "" : segments.apply(segment));
    }
    return origin
        + String.join("/", masked)
        + (query < 0 ? "" : "?" + queries.apply(text.substring(query + 1)));
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
    if (secrets.isKnownId(decoded)) {
      return secrets.replaceKnownId(decoded);
    }
    if (isKept(segment) && !secrets.hasId(decoded)) {
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
    if (secrets.isKnownId(decoded)) {
      return secrets.replaceKnownId(decoded);
    }
    return isKept(segment) ? segment : secrets.replaceId(decoded);
  }

  private String requestQuery(String query) {
    List<String> masked = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      String name = cut(pair, '=');
      String value = decode(pair.substring(Math.min(pair.length(), name.length() + 1)));
      if (pair.contains("=") && PlainText.isName(name) && !secrets.isHidden(name)) {
        boolean isId = NameClass.of(name) == NameClass.ID && !value.isEmpty();
        String shown = isId ? secrets.replaceId(value) : value.isEmpty() ? "" : MASKED;
        masked.add(name + "=" + shown);
      } else if (!pair.isEmpty()) {
        masked.add(MASKED);
      }
    }
    return String.join("&", masked);
  }

  private boolean isKept(String word) {
    return PlainText.isWord(word) && !secrets.isHidden(word);
  }

  private static String cut(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** A plus sign stays: in a path it is not a blank. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
