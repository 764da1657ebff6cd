package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the table.
 *
 * @param cells one text for each of {@link #COLUMN_NAMES}
 */
record PolyglotRow(List<String> cells) {
  /** The heads of the columns. */
  static final List<String> COLUMN_NAMES =
      List.of(
          "language",
          "generator",
          "made and run with",
          "compiles",
          "examples",
          "members lost",
          "wire cases",
          "members lost",
          "odd wire cases",
          "members lost",
          "nulls left out",
          "queries",
          "what it took, what to know",
          "inputs");

  private static final String NOT_RUN = "not run here: ";
  private static final int TOOLS_COLUMN = 2;
  private static final int COMPILES_COLUMN = 3;
  private static final int REMEDY_COLUMN = 12;
  private static final int MAX_ERROR_LENGTH = 120;

  PolyglotRow {
    cells = List.copyOf(cells);
    if (cells.size() != COLUMN_NAMES.size()) {
      throw new IllegalArgumentException(
          "expected %d cells, found %d: %s".formatted(COLUMN_NAMES.size(), cells.size(), cells));
    }
  }

  /**
   * Makes a row.
   *
   * @param inputs tells one set of contract and cases from another
   */
  static PolyglotRow of(Recipe recipe, ClientEvaluation measured, String inputs) {
    if (measured.missingTool() != null) {
      return withoutFigures(recipe, "", NOT_RUN + measured.missingTool(), inputs);
    }
    if (measured.failure() != null) {
      return withoutFigures(
          recipe, measured.toolVersions(), "no: " + firstErrorLine(measured.failure()), inputs);
    }
    CaseCounts examples = measured.countsOf(CaseKind.EXAMPLE);
    CaseCounts declared = measured.countsOf(CaseKind.CONFORMING);
    CaseCounts odd = measured.countsOf(CaseKind.NONCONFORMING);
    int nulls = examples.lostNulls() + declared.lostNulls() + odd.lostNulls();
    return new PolyglotRow(
        List.of(
            recipe.language(),
            recipe.generator(),
            measured.toolVersions(),
            "yes",
            decodedCell(examples),
            lostCell(examples),
            decodedCell(declared),
            lostCell(declared),
            decodedCell(odd),
            lostCell(odd),
            Integer.toString(nulls),
            of(measured.losslessResponses(), measured.plannedRequests()),
            escapeCell(recipe.remedy()),
            inputs));
  }

  /** Reads a line of a committed table. */
  static PolyglotRow parse(String line) {
    String inner = line.strip();
    List<String> cells = List.of(inner.substring(1, inner.length() - 1).split("\\|", -1));
    return new PolyglotRow(cells.stream().map(String::strip).toList());
  }

  String toMarkdown() {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Whether both are of one language and generator. */
  boolean isSameClient(PolyglotRow other) {
    return cells.subList(0, TOOLS_COLUMN).equals(other.cells.subList(0, TOOLS_COLUMN));
  }

  /** Whether all that was measured is the same; versions and inputs may be others. */
  boolean hasSameFigures(PolyglotRow other) {
    return cells
        .subList(COMPILES_COLUMN, REMEDY_COLUMN)
        .equals(other.cells.subList(COMPILES_COLUMN, REMEDY_COLUMN));
  }

  /** This row, with what its recipe says now. */
  PolyglotRow withRemedyOf(PolyglotRow recipe) {
    List<String> next = new ArrayList<>(cells);
    next.set(REMEDY_COLUMN, recipe.cells.get(REMEDY_COLUMN));
    return new PolyglotRow(next);
  }

  /** Whether some machine measured it. */
  boolean wasRun() {
    return !cells.get(COMPILES_COLUMN).startsWith(NOT_RUN);
  }

  /** The language and the generator. */
  String clientName() {
    return String.join(", ", cells.subList(0, TOOLS_COLUMN));
  }

  /** What tells one set of contract and cases from another. */
  String inputDigest() {
    return cells.get(COLUMN_NAMES.size() - 1);
  }

  private static PolyglotRow withoutFigures(
      Recipe recipe, String tools, String compiles, String inputs) {
    return new PolyglotRow(
        List.of(
            recipe.language(),
            recipe.generator(),
            tools,
            escapeCell(compiles),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            escapeCell(recipe.remedy()),
            inputs));
  }

  private static String decodedCell(CaseCounts tally) {
    return of(tally.decoded(), tally.cases());
  }

  private static String lostCell(CaseCounts tally) {
    String lost = of(tally.lost(), tally.properties());
    return tally.added() == 0 ? lost : lost + ", " + tally.added() + " made up";
  }

  private static String of(int some, int all) {
    return some + " of " + all;
  }

  private static String firstErrorLine(String text) {
    String line = text.lines().filter(it -> it.contains("rror")).findFirst().orElse(text.strip());
    return line.length() > MAX_ERROR_LENGTH ? line.substring(0, MAX_ERROR_LENGTH) + "…" : line;
  }

  /** A text that stays within its cell. */
  private static String escapeCell(String text) {
    return text.replaceAll("\\s+", " ").replace('|', '/').strip();
  }
}
