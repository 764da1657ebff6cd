package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.rule.HostileText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses examples that are written as a string containing JSON. */
final class StringifiedExample {
  private StringifiedExample() {}

  /**
   * Returns the value of an example: the example itself, or the JSON that its string contains.
   * Returns null when the example was dropped: a string that begins like JSON but is not valid JSON
   * is not evidence for a field of type string.
   */
  static @Nullable JsonNode parse(
      SpecDocument document, SourceLocation location, JsonNode example, Findings out) {
    String text = example.isTextual() ? example.textValue().strip() : "";
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return example;
    }
    try {
      List<YamlReader.YamlDocument> trees =
          new YamlReader(YamlLimits.DEFAULT).read(text, location.file(), location.line());
      if (trees.size() == 1 && HostileText.hasHostileKey(trees.get(0).root())) {
        out.add(
            document.warning(
                "string-example",
                location,
                "expected an example, found a string that contains JSON with a name that could"
                    + " become code",
                "Dropped the example"));
        return null;
      }
      if (trees.size() == 1 && trees.get(0).root().isContainerNode()) {
        document.lines().addAll(trees.get(0).lines());
        out.add(
            document.info(
                "string-example",
                location,
                "expected an example, found a string that contains JSON",
                "Read the JSON"));
        return trees.get(0).root();
      }
    } catch (RejectedInputException e) {
      out.add(
          document.warning(
              "string-example",
              location,
              "expected an example, found a string that begins like JSON: " + e.finding().message(),
              "Dropped the example"));
      return null;
    }
    return example;
  }
}
