package io.github.videotasks.contract.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What GitHub requires of an issue form; it shows a form with a defect to nobody, without a
 * message. See "Syntax for GitHub's form schema" in GitHub's documentation.
 */
final class IssueFormRules {
  private static final Set<String> TOP_KEYS =
      Set.of("name", "description", "title", "labels", "assignees", "projects", "type", "body");

  /** Allowed attributes by the type of an element. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "markdown", Set.of("value"),
          "input", Set.of("label", "description", "placeholder", "value"),
          "textarea", Set.of("label", "description", "placeholder", "value", "render"),
          "dropdown", Set.of("label", "description", "multiple", "options", "default"),
          "checkboxes", Set.of("label", "description", "options"));

  private final List<String> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> labels = new HashSet<>();

  private IssueFormRules() {}

  /** Returns the defects of a form; empty if GitHub accepts it. */
  static List<String> check(JsonNode form) {
    IssueFormRules rules = new IssueFormRules();
    form.fieldNames()
        .forEachRemaining(key -> rules.require(TOP_KEYS.contains(key), "unknown key " + key));
    rules.requireText(form, "name", "the form");
    rules.requireText(form, "description", "the form");
    rules.require(form.path("body").isArray(), "body is not a list");
    rules.require(
        form.path("body").findValuesAsText("type").stream().anyMatch(it -> !it.equals("markdown")),
        "body has no field");
    int index = 0;
    for (JsonNode element : form.path("body")) {
      rules.checkElement(element, "body[" + index++ + "]");
    }
    return rules.problems;
  }

  private void checkElement(JsonNode element, String at) {
    String type = element.path("type").asText();
    Set<String> allowed = ATTRIBUTES.get(type);
    if (allowed == null) {
      problems.add(at + ": unknown type " + type);
      return;
    }
    JsonNode attributes = element.path("attributes");
    attributes
        .fieldNames()
        .forEachRemaining(
            key ->
                require(allowed.contains(key), at + ": unknown attribute " + key + " of " + type));
    JsonNode required = element.path("validations").path("required");
    require(required.isMissingNode() || required.isBoolean(), at + ": required is not a boolean");
    if (type.equals("markdown")) {
      requireText(attributes, "value", at);
      return;
    }
    requireText(attributes, "label", at);
    require(labels.add(attributes.path("label").asText()), at + ": label occurs twice");
    String id = element.path("id").asText();
    require(id.matches("[A-Za-z0-9_-]+") && ids.add(id), at + ": id is missing or occurs twice");
    if (type.equals("dropdown") || type.equals("checkboxes")) {
      checkOptions(attributes.path("options"), type.equals("checkboxes"), at);
    }
  }

  private void checkOptions(JsonNode options, boolean labelled, String at) {
    Set<String> texts = new HashSet<>();
    for (JsonNode option : options) {
      JsonNode text = labelled ? option.path("label") : option;
      require(text.isTextual() && texts.add(text.asText()), at + ": option without its own text");
    }
    require(!texts.isEmpty(), at + ": no option");
  }

  private void requireText(JsonNode parent, String key, String at) {
    require(!parent.path(key).asText().isBlank(), at + ": " + key + " is missing");
  }

  private void require(boolean met, String problem) {
    if (!met) {
      problems.add(problem);
    }
  }
}
