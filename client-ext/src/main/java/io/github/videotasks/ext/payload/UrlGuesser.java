package io.github.videotasks.ext.payload;

import io.github.videotasks.client.runtime.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Guesses the URL of the video of a succeeded task whose response has it at none of {@link
 * UrlPlaces}. A guess is an http(s) URL whose path, or whose property, names a video. Properties
 * that hold inputs, images or URLs of the API itself are skipped with everything inside them, and
 * so are objects whose {@code role} names an input.
 *
 * <p>URLs that end in a type of video come first, then the others; both in the order of the
 * response.
 */
final class UrlGuesser {

  /** Words of property names that are skipped, also as the beginning of a longer word. */
  private static final List<String> SKIPPED_PREFIXES =
      words(
          "input source reference request preview prompt image callback webhook notif thumb cover"
              + " poster frame mask avatar original remix control condition driving param option"
              + " setting config payload template example doc error fail");

  /** Words of property names that are skipped. */
  private static final Set<String> SKIPPED_WORDS =
      Set.copyOf(
          words(
              "req ref refs img imgs first start init audio music share page web html permalink"
                  + " console dashboard help status cancel poll polling get self user log logs"
                  + " model license terms policy pricing billing"));

  /** The path of the API itself, such as {@code /v1/video/generations/task_1}, not of a file. */
  private static final Pattern API_PATH =
      Pattern.compile("/v[0-9]\\w*/videos?(?:/generations|/query)?(?:/[^/.]*)?/?$");

  private static final String RESPONSE_URL = "response_url";

  private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");

  private static final int MAX_DEPTH = 12;

  /** As many values as a response may have. */
  private static final int MAX_VALUES = 20_000;

  private final Map<String, String> pathByUrl = new LinkedHashMap<>();
  private int values;

  private UrlGuesser() {}

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /**
   * Guesses the videos of a task.
   *
   * @param sink receives the JSON path and the URL of each, best first
   */
  static void guess(JsonValue task, BiConsumer<String, String> sink) {
    UrlGuesser guesser = new UrlGuesser();
    guesser.visit(task, "", false, 0);
    List<String> urls = new ArrayList<>(guesser.pathByUrl.keySet());
    urls.stream()
        .filter(FileUrl::isVideo)
        .forEach(url -> sink.accept(guesser.pathByUrl.getOrDefault(url, ""), url));
    urls.stream()
        .filter(url -> !FileUrl.isVideo(url))
        .forEach(url -> sink.accept(guesser.pathByUrl.getOrDefault(url, ""), url));
  }

  private void visit(JsonValue value, String path, boolean namesVideo, int depth) {
    if (depth > MAX_DEPTH || values++ >= MAX_VALUES) {
      return;
    }
    String url = FileUrl.parse(value.asString());
    if (url != null) {
      if (isVideo(url, namesVideo)) {
        pathByUrl.putIfAbsent(url, path);
      }
      return;
    }
    JsonValue opened = JsonText.open(value);
    if (!opened.equals(value)) {
      visit(opened, path, namesVideo, depth + 1);
      return;
    }
    JsonValue role = value.get("role");
    if (role != null && role.asString() != null && isSkipped(role.asString())) {
      return;
    }
    int index = 0;
    for (JsonValue element : value.elements()) {
      visit(element, JsonPathWalker.join(path, index), namesVideo, depth + 1);
      index++;
    }
    for (Map.Entry<String, JsonValue> property : value.properties().entrySet()) {
      String name = property.getKey();
      if (!isSkipped(name)) {
        boolean namedVideo = namesVideo || namesVideo(name);
        visit(property.getValue(), JsonPathWalker.join(path, name), namedVideo, depth + 1);
      }
    }
  }

  private static boolean isVideo(String url, boolean namesVideo) {
    return !FileUrl.isImage(url)
        && !FileUrl.isOther(url)
        && !API_PATH.matcher(FileUrl.path(url)).find()
        && (FileUrl.isVideo(url) || namesVideo || namesVideo(FileUrl.path(url)));
  }

  private static boolean namesVideo(String text) {
    return text.toLowerCase(Locale.ROOT).contains("video");
  }

  private static boolean isSkipped(String name) {
    String spaced = CAMEL_CASE.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    if (spaced.equals(RESPONSE_URL)) {
      return true;
    }
    for (String word : SEPARATOR.split(spaced, -1)) {
      if (SKIPPED_WORDS.contains(word) || SKIPPED_PREFIXES.stream().anyMatch(word::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
