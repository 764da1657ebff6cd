package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.ServerUrl;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the variables of a server URL by their defaults, so that every tool builds the same URL.
 * The other values of a variable become the description of the server.
 */
final class ServerVariables {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)\\}");
  private static final Pattern PLAIN_VALUE = Pattern.compile("[A-Za-z0-9._~:/-]{1,60}");

  private ServerVariables() {}

  /**
   * Replaces the variables in place. A variable without a default takes the first value of its
   * enum, or stays in the URL when it has none.
   */
  static void replace(SpecDocument document, ObjectNode server, Findings out) {
    String url = server.path("url").asText();
    JsonNode variables = server.path("variables");
    List<String> replaced = new ArrayList<>();
    List<String> otherValues = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    Matcher found = VARIABLE.matcher(url.replaceAll("\\{\\{[^{}]*\\}\\}", ""));
    while (found.find()) {
      names.add(found.group(1));
    }
    for (String name : names) {
      JsonNode variable = variables.path(name);
      JsonNode value = variable.path("default");
      if (!isValue(value)) {
        value = variable.path("enum").path(0);
        out.add(missingDefault(document, server, name, value));
      }
      if (isValue(value)) {
        url = url.replace("{" + name + "}", value.asText());
        replaced.add(MessageText.excerpt(name) + " by " + MessageText.excerpt(value.asText()));
        addOtherValues(name, value.asText(), variable.path("enum"), otherValues);
      }
    }
    if (!replaced.isEmpty()) {
      out.add(
          document.info(
              "server-variable",
              document.location(server, "url"),
              "found variables in the server URL "
                  + MessageText.excerpt(server.path("url").asText())
                  + (otherValues.isEmpty() ? "" : "; " + String.join("; ", otherValues)),
              "Replaced " + MessageText.list(replaced)));
    }
    server.put("url", url);
    reportUnused(document, server, names, out);
    server.remove("variables");
    if (!otherValues.isEmpty()) {
      server.put(ServerUrl.OTHER_VALUES, String.join("; ", otherValues));
    }
  }

  private static boolean isValue(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty();
  }

  private static Finding missingDefault(
      SpecDocument document, ObjectNode server, String name, JsonNode value) {
    boolean declared = server.path("variables").has(name);
    return document.warning(
        "server-variable",
        declared
            ? document.location(server.path("variables"), name)
            : document.location(server, "url"),
        "expected a default for the variable "
            + MessageText.excerpt(name)
            + " of the server URL "
            + MessageText.excerpt(server.path("url").asText())
            + ", found none",
        isValue(value)
            ? "Took its first value, " + MessageText.excerpt(value.asText())
            : "Left the variable out");
  }

  private static void addOtherValues(
      String name, String value, JsonNode values, List<String> otherValues) {
    List<String> others = new ArrayList<>();
    for (JsonNode other : values) {
      if (!other.asText().equals(value) && PLAIN_VALUE.matcher(other.asText()).matches()) {
        others.add(other.asText());
      }
    }
    if (!others.isEmpty() && PLAIN_VALUE.matcher(name).matches()) {
      otherValues.add(name + " is " + value + " here, and elsewhere " + MessageText.list(others));
    }
  }

  private static void reportUnused(
      SpecDocument document, ObjectNode server, Set<String> names, Findings out) {
    JsonNode variables = server.path("variables");
    variables.properties().stream()
        .filter(variable -> !names.contains(variable.getKey()))
        .forEach(
            variable ->
                out.add(
                    document.info(
                        "server-variable",
                        document.location(variables, variable.getKey()),
                        "found the variable "
                            + MessageText.excerpt(variable.getKey())
                            + ", which the server URL does not contain",
                        "Left out")));
  }
}
