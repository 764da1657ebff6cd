package io.github.videotasks.spec.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the OpenAPI document in a JSON text: the text itself, an object inside it, or a string with
 * Markdown, YAML or JSON. A document is cut out of the text and not written again, so its numbers
 * keep their digits.
 */
final class JsonShell {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern VERSION_LINE =
      Pattern.compile("(?m)^[\"']?(?:openapi|swagger)[\"']?[ \\t]*:");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private @Nullable String value;
  private int start = -1;
  private int end = -1;

  private JsonShell() {}

  /**
   * Returns the text to keep as a page: the bytes themselves unless they are JSON that contains a
   * document, or a document whose file has the name of a Markdown page.
   */
  static byte[] unwrap(byte[] body, String fileName) {
    String text = new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    if (text.stripLeading().startsWith("{")) {
      String document = findDocument(text);
      return document == null ? body : page(document, fileName);
    }
    boolean bareYaml = VERSION_LINE.matcher(text).lookingAt();
    return bareYaml && isMarkdown(fileName) ? page(text, fileName) : body;
  }

  /** Returns a document as the content of a page: fenced when the page is Markdown. */
  static byte[] page(String document, String fileName) {
    boolean fenced = document.contains("```") && !document.stripLeading().startsWith("{");
    if (!isMarkdown(fileName) || (fenced && !VERSION_LINE.matcher(document).lookingAt())) {
      return document.getBytes(StandardCharsets.UTF_8);
    }
    int longest =
        BACKTICKS.matcher(document).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    String info = document.stripLeading().startsWith("{") ? "json" : "yaml";
    String end = document.endsWith("\n") ? "" : "\n";
    return (fence + info + "\n" + document + end + fence + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isMarkdown(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".mdx") || name.endsWith(".markdown");
  }

  /** Returns the first of the outermost documents in a text; null when there is none. */
  static @Nullable String findDocument(String text) {
    if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
      return isDocumentText(text) ? text : null;
    }
    JsonShell shell = new JsonShell();
    try (JsonParser json = JSON.createParser(text)) {
      shell.search(json);
    } catch (IOException e) {
      return null;
    }
    if (shell.value != null || shell.start < 0) {
      return shell.value;
    }
    return text.substring(shell.start, shell.end);
  }

  /** An object that is being read. */
  private static final class OpenObject {
    private final int start;
    private boolean versioned;
    private boolean described;

    OpenObject(int start) {
      this.start = start;
    }
  }

  private void search(JsonParser json) throws IOException {
    Deque<OpenObject> open = new ArrayDeque<>();
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      int at = (int) json.currentTokenLocation().getCharOffset();
      if (token == JsonToken.START_OBJECT) {
        open.push(new OpenObject(at));
      } else if (token == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        open.element().versioned |= name.equals("openapi") || name.equals("swagger");
        open.element().described |= name.equals("paths") || name.equals("webhooks");
      } else if (token == JsonToken.END_OBJECT) {
        OpenObject ended = open.pop();
        if (ended.versioned && ended.described) {
          keep(ended.start, at + 1, null);
        }
      } else if (token == JsonToken.VALUE_STRING && isDocumentText(json.getText())) {
        keep(at, at, json.getText());
      }
    }
  }

  /** Keeps the first document; an object around it, which ends later, replaces it. */
  private void keep(int from, int to, @Nullable String found) {
    if (start < 0 || from < start) {
      start = from;
      end = to;
      value = found;
    }
  }

  private static boolean isDocumentText(String candidate) {
    return VERSION_LINE.matcher(candidate).find() && candidate.contains("paths");
  }
}
