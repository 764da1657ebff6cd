package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Removes answers whose key is no status. */
final class OddStatus implements Rule {
  private static final String STATUS = "[1-5]([0-9]{2}|XX)|default";
  private static final Pattern MEANT =
      Pattern.compile("([1-5](?:[0-9]{2}|[xX]{2}))(?![0-9A-Za-z]).*|[dD]efault");

  @Override
  public String id() {
    return "odd-status";
  }

  @Override
  public String why() {
    return "An answer stands under a status code, a class of codes such as 4XX, or 'default'; '200 OK' and '4xx'"
        + " are read as what they mean. Publishing tools file others beside them (x-200:Success). Such an answer"
        + " is removed; an operation that has no answer gets an empty one of status 200.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.Found operation : Operations.of(document)) {
      JsonNode answers = operation.node().path("responses");
      for (String key : answers.properties().stream().map(e -> e.getKey()).toList()) {
        if (!key.matches(STATUS) && answers instanceof ObjectNode object) {
          read(document, object, key, out);
        }
      }
      if (answers.isEmpty()) {
        out.add(
            document.warning(
                id(),
                document.place(operation.node(), "responses"),
                "expected an answer of "
                    + operation.method()
                    + " "
                    + Texts.shown(operation.path())
                    + ", found none",
                "Added an empty one of status 200"));
        operation.node().putObject("responses").putObject("200").put("description", "");
      }
    }
  }

  private void read(SpecDocument document, ObjectNode answers, String key, Findings out) {
    String meant = meant(key);
    String status = meant == null || answers.has(meant) ? "" : meant;
    out.add(
        document.warning(
            id(),
            document.place(answers, key),
            "expected a status, found '" + Texts.shown(key) + "'",
            status.isEmpty() ? "Removed the answer" : "Read as " + status));
    JsonNode answer = answers.remove(key);
    if (!status.isEmpty()) {
      document.lines().field(answers, status, document.lines().of(answers, key));
      answers.set(status, answer);
    }
  }

  /** Gives the status that a key begins with; null when it begins with none. */
  private static @Nullable String meant(String key) {
    Matcher matcher = MEANT.matcher(key.strip());
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(1) == null ? "default" : matcher.group(1).toUpperCase(Locale.ROOT);
  }
}
