package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.page.ServerUrl;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the URL of a server. A host that no client can call (a placeholder, the author's own
 * machine, none) is left open, but its base path is kept: it is part of every request.
 */
final class ServerUrlParser {
  /** Scheme, host, path, and a query or fragment. */
  private static final Pattern ABSOLUTE = Pattern.compile("(?:(https?):)?//([^/?#]*)([^?#]*)(.*)");

  /** A placeholder such as {@code {{base_url}}}, and the path behind it. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?:\\{\\{[^{}]*\\}\\}|<[^<>]*>|\\{[^{}]*\\})(/[^?#]*|)(.*)");

  /** A host without a scheme, such as {@code api.acme.example/v1}, and its path. */
  private static final Pattern BARE_HOST =
      Pattern.compile("(?:localhost|[\\w-]+(?:\\.[\\w-]+)+)(?::\\d+)?(/[^?#]*|)(.*)");

  private static final Pattern RELATIVE = Pattern.compile("([^?#:/]*(?:/[^?#]*)?)([?#].*)?");
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?(:\\d{1,5})?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost(:.*)?|127\\..*|0\\.0\\.0\\.0(:.*)?");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~%:@!$&+,;=()-]+");

  private ServerUrlParser() {}

  /** Returns the parsed URL; null when its path cannot be the start of a path. */
  static @Nullable ServerUrl parse(String url) {
    Matcher absolute = ABSOLUTE.matcher(url);
    if (absolute.matches()) {
      String host = absolute.group(2);
      boolean callable = HOST.matcher(host).matches() && !LOOPBACK.matcher(host).matches();
      String scheme = absolute.group(1) == null ? "https" : absolute.group(1);
      return serverUrl(callable ? scheme + "://" + host : "", absolute.group(3));
    }
    for (Pattern form : List.of(PLACEHOLDER, BARE_HOST, RELATIVE)) {
      Matcher found = form.matcher(url);
      if (found.matches()) {
        return serverUrl("", found.group(1));
      }
    }
    return null;
  }

  private static @Nullable ServerUrl serverUrl(String origin, String path) {
    StringBuilder basePath = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      if (segment.equals("..") || !SEGMENT.matcher(segment).matches()) {
        return null;
      }
      basePath.append('/').append(segment);
    }
    return new ServerUrl(origin, basePath.toString());
  }
}
