package io.github.videotasks.spec.attention;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What client-ext looks for in a response. Each recognizes a field that looks like it by name. */
enum PlaceKind {
  /** The URL of a file. */
  URL("URL", "UrlPlaces", "finds no file there, unless it guesses it") {
    @Override
    boolean isNamed(List<String> words) {
      return Set.of("url", "urls", "uri", "uris", "link", "links", "href", "src")
          .contains(words.get(words.size() - 1));
    }
  },
  /** The reason of a failure. */
  FAILURE("failure", "FailurePlaces", "reads no reason of a failure there") {
    @Override
    boolean isNamed(List<String> words) {
      return words.stream()
          .anyMatch(
              word ->
                  Set.of("err", "errs", "message", "messages", "msg", "reason", "reasons")
                          .contains(word)
                      || FAILURE_WORD.matcher(word).matches());
    }
  },
  /** The status of a task. */
  STATUS("status", "StatusPlaces", "reads no status there") {
    @Override
    boolean isNamed(List<String> words) {
      return Set.of("status", "state").contains(words.get(words.size() - 1));
    }
  };

  private static final Pattern FAILURE_WORD =
      Pattern.compile("(?:error|fail|refus|reject|violat|moderat).{0,20}");
  private static final Pattern WORD_BOUNDARY =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

  private final String noun;
  private final String table;
  private final String effect;

  PlaceKind(String noun, String table, String effect) {
    this.noun = noun;
    this.table = table;
    this.effect = effect;
  }

  abstract boolean isNamed(List<String> words);

  /** Returns whether a property has a name like one of this kind. */
  boolean matchesName(String property) {
    List<String> words =
        WORD_BOUNDARY
            .splitAsStream(property)
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return !words.isEmpty() && isNamed(words);
  }

  String noun() {
    return noun;
  }

  /** Returns the class of client-ext that has the known places. */
  String table() {
    return table;
  }

  /** Returns what client-ext does with a place that it does not know, as a predicate. */
  String effect() {
    return effect;
  }
}
