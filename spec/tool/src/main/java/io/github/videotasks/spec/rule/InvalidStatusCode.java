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

/** Removes answers whose key is no status. */
final class InvalidStatusCode implements Rule {
  private static final String STATUS = "[1-5]([0-9]{2}|XX)|default";
  private static final Pattern STATUS_PREFIX =
      Pattern.compile("([1-5](?:[0-9]{2}|[xX]{2}))(?![0-9A-Za-z]).*|[dD]efault");

  @Override
  public String id() {
    return "odd-status";
  }

  @Override
  public String rationale() {
    return "An answer stands under a status code, a class of codes such as 4XX, or 'default'; '200"
        + " OK' and '4xx' are read as what they mean. Publishing tools file others beside"
        + " them (x-200:Success). Such an answer is removed; an operation that has no answer"
        + " gets an empty one of status 200.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      JsonNode answers = operation.node().path("responses");
      for (String key : answers.properties().stream().map(e -> e.getKey()).toList()) {
        if (!key.matches(STATUS) && answers instanceof ObjectNode object) {
          repair(document, object, key, out);
        }
      }
      if (answers.isEmpty()) {
        out.add(
            document.warning(
                id(),
                document.location(operation.node(), "responses"),
                "expected an answer of "
                    + operation.method()
                    + " "
                    + MessageText.excerpt(operation.path())
                    + ", found none",
                "Added an empty one of status 200"));
        operation.node().putObject("responses").putObject("200").put("description", "");
      }
    }
  }

  private void repair(SpecDocument document, ObjectNode answers, String key, Findings out) {
    String meant = parseStatus(key);
    String status = meant == null || answers.has(meant) ? "" : meant;
    out.add(
        document.warning(
            id(),
            document.location(answers, key),
            "expected a status, found '" + MessageText.excerpt(key) + "'",
            status.isEmpty() ? "Removed the answer" : "Read as " + status));
    JsonNode answer = answers.remove(key);
    if (!status.isEmpty()) {
      document.lines().recordKey(answers, status, document.lines().lineOf(answers, key));
      answers.set(status, answer);
    }
  }

  /** Gives the status that a key begins with; null when it begins with none. */
  private static @Nullable String parseStatus(String key) {
    Matcher matcher = STATUS_PREFIX.matcher(key.strip());
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(1) == null ? "default" : matcher.group(1).toUpperCase(Locale.ROOT);
  }
}
