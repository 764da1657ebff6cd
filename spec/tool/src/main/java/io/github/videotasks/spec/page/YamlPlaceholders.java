package io.github.videotasks.spec.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Characters of Unicode's private use area in the place of text that SnakeYAML Engine refuses. They
 * are replaced again in every scalar and name that the parser returns, so that nothing is lost.
 */
final class YamlPlaceholders {
  /** Characters that YAML allows in the name of an anchor, but the library does not. */
  private static final String NAME_CHARACTERS = "&*./";

  private static final char FIRST = '\uE4C0';
  private static final char KEY = (char) (FIRST + NAME_CHARACTERS.length());

  /** An anchor or alias, or a text in a scalar that looks like one. */
  private static final Pattern NAME = Pattern.compile("(?<=^|[\\s\\[{,:])[&*][^\\s\\[\\]{},]+");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("[" + FIRST + "-" + (char) (KEY - 1) + "]|" + KEY + "(\\d+)" + KEY);

  private final List<String> keys;

  private YamlPlaceholders(List<String> keys) {
    this.keys = keys;
  }

  /** Returns an empty set for a text; null if the text itself has such characters. */
  static @Nullable YamlPlaceholders of(String text) {
    for (char c = FIRST; c <= KEY; c++) {
      if (text.indexOf(c) >= 0) {
        return null;
      }
    }
    return new YamlPlaceholders(new ArrayList<>());
  }

  /** Replaces the characters of anchors that the library refuses. */
  String replaceNames(String text) {
    return NAME.matcher(text)
        .replaceAll(
            name -> {
              StringBuilder replaced = new StringBuilder(name.group());
              for (int i = 1; i < replaced.length(); i++) {
                int at = NAME_CHARACTERS.indexOf(replaced.charAt(i));
                if (at >= 0) {
                  replaced.setCharAt(i, (char) (FIRST + at));
                }
              }
              return Matcher.quoteReplacement(replaced.toString());
            });
  }

  /**
   * Returns a short key in the place of a long one.
   *
   * @param written the key as the text has it, with its quotes
   * @return null if this is not one scalar
   */
  @Nullable String replaceKey(String written) {
    String key = null;
    try {
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(written.length()).build();
      for (Event event : new Parse(settings).parseString(written)) {
        if (event instanceof ScalarEvent scalar) {
          key = scalar.getValue();
        } else if (event.getEventId() == Event.ID.MappingStart
            || event.getEventId() == Event.ID.SequenceStart) {
          return null;
        }
      }
    } catch (YamlEngineException e) {
      return null;
    }
    if (key == null) {
      return null;
    }
    keys.add(restore(key));
    return "\"" + KEY + (keys.size() - 1) + KEY + "\"";
  }

  /** Returns a text of the parser as the page has it. */
  String restore(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              String original =
                  found.group(1) == null
                      ? NAME_CHARACTERS.substring(found.group().charAt(0) - FIRST).substring(0, 1)
                      : keys.get(Integer.parseInt(found.group(1)));
              return Matcher.quoteReplacement(original);
            });
  }
}
