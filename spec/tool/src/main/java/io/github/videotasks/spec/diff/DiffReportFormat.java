package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The forms that a list of changes is shown in. Each names the step of a semantic version. */
public enum DiffReportFormat {
  /** One change a line, then the step; for people at a terminal. */
  TEXT {
    @Override
    public String render(List<Change> changes) {
      StringBuilder text = new StringBuilder();
      changes.forEach(change -> text.append(change).append('\n'));
      return text + "version step: " + SemverLevel.of(changes).label() + "\n";
    }
  },
  /** An object of {@code step} and {@code changes}; for programs. */
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
  /** A table; for reviews. */
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

  /** Gives the report; it ends with a line feed. */
  public abstract String render(List<Change> changes);

  /** Texts of pages must not become markup or end the cell. */
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
