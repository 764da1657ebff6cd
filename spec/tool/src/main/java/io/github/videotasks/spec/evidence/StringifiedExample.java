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

/** Reads examples that are written as text which holds JSON. */
final class StringifiedExample {
  private StringifiedExample() {}

  /**
   * Gives the value that an example means: itself, or the JSON that its text holds. A text that
   * begins like JSON and is none is no evidence of a text; null says that it was dropped.
   */
  static @Nullable JsonNode parse(
      SpecDocument document, SourceLocation place, JsonNode written, Findings out) {
    String text = written.isTextual() ? written.textValue().strip() : "";
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return written;
    }
    try {
      List<YamlReader.YamlDocument> trees =
          new YamlReader(YamlLimits.DEFAULT).read(text, place.file(), place.line());
      if (trees.size() == 1 && HostileText.hasHostileKey(trees.get(0).root())) {
        out.add(
            document.warning(
                "string-example",
                place,
                "expected an example, found a text that holds JSON with a name that could become"
                    + " code",
                "Dropped the example"));
        return null;
      }
      if (trees.size() == 1 && trees.get(0).root().isContainerNode()) {
        document.lines().addAll(trees.get(0).lines());
        out.add(
            document.info(
                "string-example",
                place,
                "expected an example, found a text that holds JSON",
                "Read the JSON"));
        return trees.get(0).root();
      }
    } catch (RejectedInputException e) {
      out.add(
          document.warning(
              "string-example",
              place,
              "expected an example, found a text that begins like JSON: " + e.finding().message(),
              "Dropped the example"));
      return null;
    }
    return written;
  }
}
