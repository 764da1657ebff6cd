package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The forms that a list of changes is shown in. Each names the step of a semantic version. */
public enum DiffReport {
  /** One change a line, then the step; for people at a terminal. */
  TEXT {
    @Override
    public String of(List<Change> changes) {
      StringBuilder text = new StringBuilder();
      changes.forEach(change -> text.append(change).append('\n'));
      return text + "version step: " + Step.of(changes).word() + "\n";
    }
  },
  /** An object of {@code step} and {@code changes}; for programs. */
  JSON {
    @Override
    public String of(List<Change> changes) {
      ObjectNode report = Json.object().put("step", Step.of(changes).word());
      ArrayNode list = report.putArray("changes");
      for (Change change : changes) {
        list.addObject()
            .put("impact", change.impact().words())
            .put("place", change.place())
            .put("what", change.what())
            .put("before", change.before())
            .put("after", change.after());
      }
      return new String(Json.pretty(report), StandardCharsets.UTF_8);
    }
  },
  /** A table; for reviews. */
  MARKDOWN {
    @Override
    public String of(List<Change> changes) {
      StringBuilder text = new StringBuilder("Version step: **" + Step.of(changes).word() + "**\n");
      if (!changes.isEmpty()) {
        text.append("\n| impact | place | change | before | after |\n|---|---|---|---|---|\n");
      }
      for (Change change : changes) {
        text.append("| ").append(change.impact().words());
        for (String cell :
            List.of(change.place(), change.what(), change.before(), change.after())) {
          text.append(" | ").append(cell(cell));
        }
        text.append(" |\n");
      }
      return text.toString();
    }
  };

  /** Gives the report; it ends with a line feed. */
  public abstract String of(List<Change> changes);

  /** Texts of pages must not become markup or end the cell. */
  static String cell(String text) {
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
