package io.github.videotasks.spec.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.LineNumbers;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Parses untrusted YAML or JSON text into one tree with line numbers for each document. */
public final class YamlReader {
  /**
   * One document of a YAML stream.
   *
   * @param root its value
   * @param lines the line of each property in the file
   * @param findings what was read in another way than written, such as a value with a tag
   */
  public record YamlDocument(JsonNode root, LineNumbers lines, List<Finding> findings) {}

  private final YamlLimits limits;

  /**
   * Parses within limits.
   *
   * @param limits the limits of one text
   */
  public YamlReader(YamlLimits limits) {
    this.limits = limits;
  }

  /**
   * Parses all documents of a text.
   *
   * @param text the YAML
   * @param file the file's name for messages
   * @param firstLine the line of the file where the text begins, from 1
   * @return the documents with their line numbers, in the order of the text
   * @throws RejectedInputException when the text is not YAML or exceeds the limits
   */
  public List<YamlDocument> read(String text, String file, int firstLine) {
    List<YamlDocument> trees = new ArrayList<>();
    read(text, file, firstLine, trees);
    return trees;
  }

  /** Parses as above into a list, which has the documents before a rejected one when it throws. */
  void read(String text, String file, int firstLine, List<YamlDocument> trees) {
    YamlText yaml = YamlText.of(text);
    int known = trees.size();
    while (true) {
      try {
        parse(yaml, file, firstLine, trees);
        return;
      } catch (MarkedYamlEngineException e) {
        YamlText repaired = yaml.repair(e);
        if (repaired == null) {
          int line = firstLine + e.getProblemMark().map(mark -> mark.getLine()).orElse(0);
          throw invalidYaml(file, line, e.getProblem());
        }
        yaml = repaired;
        trees.subList(known, trees.size()).clear();
      } catch (YamlEngineException e) {
        throw invalidYaml(file, firstLine, String.valueOf(e.getMessage()));
      }
    }
  }

  private void parse(YamlText yaml, String file, int firstLine, List<YamlDocument> trees) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(limits.maxBytes()).setUseMarks(true).build();
    YamlTreeBuilder tree = new YamlTreeBuilder(file, firstLine, limits, yaml::restore);
    for (Event event : new Parse(settings).parseString(yaml.text())) {
      tree.accept(event);
      if (event.getEventId() == Event.ID.DocumentEnd) {
        JsonNode root = tree.root();
        if (root != null) {
          trees.add(new YamlDocument(root, tree.lines(), tree.findings()));
        }
        tree = new YamlTreeBuilder(file, firstLine, limits, yaml::restore);
      }
    }
  }

  private static RejectedInputException invalidYaml(String file, int line, String problem) {
    return new RejectedInputException(
        "broken-yaml",
        new SourceLocation(file, line),
        "expected YAML, found: " + MessageText.excerpt(problem.strip()),
        "Correct the block at this line, or fetch the page again");
  }
}
