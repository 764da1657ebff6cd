package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Output formats for a list of changes. Each includes the step of the semantic version. */
public enum DiffReportFormat {
  /** One line per change, then the step; for a terminal. */
  TEXT {
    @Override
    public String render(List<Change> changes) {
      StringBuilder text = new StringBuilder();
      changes.forEach(change -> text.append(change).append('\n'));
      return text + "version step: " + SemverLevel.of(changes).label() + "\n";
    }
  },
  /** A JSON object with {@code step} and {@code changes}; for programs. */
  JSON {
    @Override
    public String render(List<Change> changes) {
      ObjectNode report = JsonNodes.object().put("step", SemverLevel.of(changes).label());
      ArrayNode list = report.putArray("changes");
      for (Change change : changes) {
        list.addObject()
            .put("impact", change.impact().label())
            .put("place", change.location())
            .put("what", change.description())
            .put("before", change.before())
            .put("after", change.after());
      }
      return new String(JsonNodes.pretty(report), StandardCharsets.UTF_8);
    }
  },
  /** A Markdown table; for reviews. */
  MARKDOWN {
    @Override
    public String render(List<Change> changes) {
      StringBuilder text =
          new StringBuilder("Version step: **" + SemverLevel.of(changes).label() + "**\n");
      if (!changes.isEmpty()) {
        text.append("\n| impact | place | change | before | after |\n|---|---|---|---|---|\n");
      }
      for (Change change : changes) {
        text.append("| ").append(change.impact().label());
        for (String cell :
            List.of(change.location(), change.description(), change.before(), change.after())) {
          text.append(" | ").append(escapeCell(cell));
        }
        text.append(" |\n");
      }
      return text.toString();
    }
  };

  /**
   * Formats the changes as a report.
   *
   * @param changes the changes, in the order of the report
   * @return the report; it ends with a line feed
   */
  public abstract String render(List<Change> changes);

  /** Escapes a text of a page, so that it can neither become markup nor end the table cell. */
  static String escapeCell(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if ("\\`*_{}[]<>#|!&~".indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }
}
