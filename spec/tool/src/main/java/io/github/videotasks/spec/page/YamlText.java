package io.github.videotasks.spec.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * YAML text, rewritten where YAML 1.2 is legal but SnakeYAML Engine refuses it. Every rewritten
 * text has the lines of the original one, so that findings cite the page.
 */
final class YamlText {
  private static final int MAX_REPAIRS = 50;

  /** Each repair reads the text again: a short text may have more of them. */
  private static final int MAX_CHARACTERS = 20_000_000;

  /** The header of a block scalar without an indentation indicator. */
  private static final Pattern BLOCK_SCALAR = Pattern.compile(".*[|>][+-]?[ \\t]*(?:#.*)?");

  /** Each document of a stream may begin with a byte order mark. */
  private static final Pattern DOCUMENT_MARK =
      Pattern.compile("(?m)(^(?:---|\\.\\.\\.)[ \\t]*\\r?\\n)\\x{FEFF}|^\\x{FEFF}(?=---|%)");

  private final String text;
  private final int repairs;
  private final @Nullable YamlPlaceholders placeholders;

  private YamlText(String text, int repairs, @Nullable YamlPlaceholders placeholders) {
    this.text = text;
    this.repairs = repairs;
    this.placeholders = placeholders;
  }

  static YamlText of(String text) {
    String plain = text.indexOf('\uFEFF') < 0 ? text : DOCUMENT_MARK.matcher(text).replaceAll("$1");
    return new YamlText(plain, 0, null);
  }

  String text() {
    return text;
  }

  /** Returns a scalar or a name that the parser read as the page has it. */
  String restore(String parsed) {
    return placeholders == null ? parsed : placeholders.restore(parsed);
  }

  /** Returns the text without the construct that a parser refused; null if it is not legal YAML. */
  @Nullable YamlText repair(MarkedYamlEngineException refusal) {
    if (repairs >= Math.max(MAX_REPAIRS, MAX_CHARACTERS / Math.max(1, text.length()))) {
      return null;
    }
    String problem = String.valueOf(refusal.getProblem());
    YamlPlaceholders used = placeholders == null ? YamlPlaceholders.of(text) : placeholders;
    String repaired = null;
    if (problem.contains("leading empty lines contain more spaces")) {
      repaired = emptyBlankLines();
    } else if (problem.contains("unknown escape character")) {
      repaired = refusal.getProblemMark().map(this::writeSeparator).orElse(null);
    } else if (problem.startsWith("unexpected character found") && used != null) {
      repaired = used.replaceNames(text);
    } else if (problem.endsWith("but found ':'")) {
      repaired = keyAt(refusal).quoteEmptyKey();
    } else if (used != null
        && (problem.contains("mapping values are not allowed here")
            || problem.equals("could not find expected ':'"))) {
      repaired = keyAt(refusal).replaceLongKey(false, used);
    } else if (used != null && problem.endsWith("but got :")) {
      repaired = keyAt(refusal).replaceLongKey(true, used);
    }
    return repaired == null || repaired.equals(text)
        ? null
        : new YamlText(repaired, repairs + 1, used);
  }

  private YamlKeyRepair keyAt(MarkedYamlEngineException refusal) {
    int index = refusal.getProblemMark().map(Mark::getIndex).orElse(0);
    boolean within = index < text.codePointCount(0, text.length());
    return new YamlKeyRepair(text, within ? text.offsetByCodePoints(0, index) : text.length());
  }

  /**
   * Removes the spaces from blank lines at the beginning of block scalars. Blank lines alone have
   * no indentation that could be wrong: the longest of them sets it.
   */
  private String emptyBlankLines() {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    for (int header = 0; header < lines.size(); header++) {
      if (BLOCK_SCALAR.matcher(lines.get(header).stripTrailing()).matches()) {
        for (int at = header + 1; at < lines.size() && lines.get(at).isBlank(); at++) {
          lines.set(at, lines.get(at).endsWith("\r") ? "\r" : "");
        }
      }
    }
    return String.join("\n", lines);
  }

  /** Writes the escapes of the line and the paragraph separator by their numbers. */
  private @Nullable String writeSeparator(Mark mark) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String line = mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "";
    if (mark.getColumn() >= line.codePointCount(0, line.length())) {
      return null;
    }
    int at = line.offsetByCodePoints(0, mark.getColumn());
    String number = line.charAt(at) == 'L' ? "u2028" : line.charAt(at) == 'P' ? "u2029" : null;
    if (number == null) {
      return null;
    }
    lines.set(mark.getLine(), line.substring(0, at) + number + line.substring(at + 1));
    return String.join("\n", lines);
  }
}
