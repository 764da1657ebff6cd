package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Repairs or removes responses whose key is not a status code. */
final class InvalidStatusCode implements Rule {
  private static final String STATUS = "[1-5]([0-9]{2}|XX)|default";
  // A code or class of codes with any text after it ("200 OK"), or "default"; group 1 is the code.
  private static final Pattern STATUS_PREFIX =
      Pattern.compile("([1-5](?:[0-9]{2}|[xX]{2}))(?![0-9A-Za-z]).*|[dD]efault");

  @Override
  public String id() {
    return "odd-status";
  }

  @Override
  public String rationale() {
    return "The key of a response is a status code, a class of codes such as 4XX, or 'default';"
        + " '200 OK' and '4xx' are read as 200 and 4XX. Publishing tools write other keys as well"
        + " (x-200:Success). Such a response is removed; an operation without a response gets an"
        + " empty one of status 200.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      JsonNode responses = operation.node().path("responses");
      for (String key : responses.properties().stream().map(e -> e.getKey()).toList()) {
        if (!key.matches(STATUS) && responses instanceof ObjectNode object) {
          repair(document, object, key, out);
        }
      }
      if (responses.isEmpty()) {
        out.add(
            document.warning(
                id(),
                operation.node().has("responses")
                    ? document.location(operation.node(), "responses")
                    : document.location(
                        operation.pathItem(), operation.method().toLowerCase(Locale.ROOT)),
                "expected a response of "
                    + operation.method()
                    + " "
                    + MessageText.excerpt(operation.path())
                    + ", found none",
                "Added an empty response of status 200"));
        operation.node().putObject("responses").putObject("200").put("description", "");
      }
    }
  }

  private void repair(SpecDocument document, ObjectNode responses, String key, Findings out) {
    String parsed = parseStatus(key);
    String status = parsed == null || responses.has(parsed) ? "" : parsed;
    out.add(
        document.warning(
            id(),
            document.location(responses, key),
            "expected a status code, found '" + MessageText.excerpt(key) + "'",
            status.isEmpty() ? "Removed the response" : "Read as " + status));
    JsonNode response = responses.remove(key);
    if (!status.isEmpty()) {
      document.lines().recordKey(responses, status, document.lines().lineOf(responses, key));
      responses.set(status, response);
    }
  }

  /** Returns the status code that a key begins with; null when it begins with none. */
  private static @Nullable String parseStatus(String key) {
    Matcher matcher = STATUS_PREFIX.matcher(key.strip());
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(1) == null ? "default" : matcher.group(1).toUpperCase(Locale.ROOT);
  }
}
