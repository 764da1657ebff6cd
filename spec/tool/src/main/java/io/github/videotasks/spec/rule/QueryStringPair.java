package io.github.videotasks.spec.rule;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A parameter in the query of a path key.
 *
 * @param name its name, decoded
 * @param value its value, decoded; empty if there is none
 */
record QueryStringPair(String name, String value) {
  /** Values in place of which a caller sends its own: {id}, <id>, :id, $id, [id], xxx, .... */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "[{<:$\\[].*|.*[}>\\]]|\\.+|…|x{2,}|\\*+|(?:your|my)[-_ ].*|string",
          Pattern.CASE_INSENSITIVE);

  /** Names of values that differ between calls, so that the value of a path key is an example. */
  private static final Pattern NAME_OF_EXAMPLE =
      Pattern.compile(
          "(?i:(?:.*[-_.])?(?:id|ids|key|token|sign|signature|name|url|uri|page|size|limit|offset"
              + "|cursor|after|before|since|until|from|to|q|query|prompt|date|time|timestamp"
              + "|nonce))|.*(?:Id|ID|Ids|Key|Token|Name|Url|Page|Size|Time|Date)|(?i:page_?(?:num|no))");

  /** Returns the parameters of a path key, each name once. */
  static List<QueryStringPair> parse(String key) {
    List<QueryStringPair> pairs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    String path = key.replaceFirst("#.*", "");
    int query = path.indexOf('?');
    for (String part : (query < 0 ? "" : path.substring(query + 1)).split("[&?]", -1)) {
      String[] sides = part.split("=", 2);
      String name = decode(sides[0]).strip();
      if (!name.isEmpty() && names.add(name)) {
        pairs.add(new QueryStringPair(name, sides.length < 2 ? "" : decode(sides[1]).strip()));
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that begins no code: the text as it is.
      return text;
    }
  }

  /** Returns whether the value belongs to the URL of the operation, as that of an action. */
  boolean isPartOfUrl() {
    return hasExample() && !NAME_OF_EXAMPLE.matcher(name).matches();
  }

  /** Returns whether the value is not a placeholder. */
  boolean hasExample() {
    return !value.isEmpty() && !PLACEHOLDER.matcher(value).matches();
  }
}
