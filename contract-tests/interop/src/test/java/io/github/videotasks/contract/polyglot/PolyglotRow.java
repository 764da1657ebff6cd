package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Row of the table of stock clients.
 *
 * @param cells one text for each of {@link #COLUMN_NAMES}
 */
record PolyglotRow(List<String> cells) {
  /** Column names. */
  static final List<String> COLUMN_NAMES =
      List.of(
          "language",
          "generator",
          "tools",
          "compiles",
          "examples",
          "properties lost",
          "wire cases",
          "properties lost",
          "nonconforming wire cases",
          "properties lost",
          "nulls omitted",
          "queries",
          "notes",
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
   * Returns the row of an evaluated client.
   *
   * @param inputs digest of the contract and the cases
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
    CaseCounts conforming = measured.countsOf(CaseKind.CONFORMING);
    CaseCounts nonconforming = measured.countsOf(CaseKind.NONCONFORMING);
    int nulls = examples.lostNulls() + conforming.lostNulls() + nonconforming.lostNulls();
    return new PolyglotRow(
        List.of(
            recipe.language(),
            recipe.generator(),
            measured.toolVersions(),
            "yes",
            decodedCell(examples),
            lostCell(examples),
            decodedCell(conforming),
            lostCell(conforming),
            decodedCell(nonconforming),
            lostCell(nonconforming),
            Integer.toString(nulls),
            of(measured.losslessResponses(), measured.plannedRequests()),
            escapeCell(recipe.remedy()),
            inputs));
  }

  /** Parses a line of the committed table. */
  static PolyglotRow parse(String line) {
    String inner = line.strip();
    List<String> cells = List.of(inner.substring(1, inner.length() - 1).split("\\|", -1));
    return new PolyglotRow(cells.stream().map(String::strip).toList());
  }

  String toMarkdown() {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Returns whether both rows have the same language and generator. */
  boolean isSameClient(PolyglotRow other) {
    return cells.subList(0, TOOLS_COLUMN).equals(other.cells.subList(0, TOOLS_COLUMN));
  }

  /** Returns whether the measured figures are equal. Versions and inputs may differ. */
  boolean hasSameFigures(PolyglotRow other) {
    return cells
        .subList(COMPILES_COLUMN, REMEDY_COLUMN)
        .equals(other.cells.subList(COMPILES_COLUMN, REMEDY_COLUMN));
  }

  /** Returns this row with the current remedy of its recipe. */
  PolyglotRow withRemedyOf(PolyglotRow recipe) {
    List<String> next = new ArrayList<>(cells);
    next.set(REMEDY_COLUMN, recipe.cells.get(REMEDY_COLUMN));
    return new PolyglotRow(next);
  }

  /** Returns whether the client was run on some machine. */
  boolean wasRun() {
    return !cells.get(COMPILES_COLUMN).startsWith(NOT_RUN);
  }

  /** Returns language and generator. */
  String clientName() {
    return String.join(", ", cells.subList(0, TOOLS_COLUMN));
  }

  /** Returns the digest of the contract and the cases. */
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

  private static String decodedCell(CaseCounts counts) {
    return of(counts.decoded(), counts.cases());
  }

  private static String lostCell(CaseCounts counts) {
    String lost = of(counts.lost(), counts.properties());
    return counts.added() == 0 ? lost : lost + ", " + counts.added() + " added";
  }

  private static String of(int part, int total) {
    return part + " of " + total;
  }

  private static String firstErrorLine(String text) {
    String line = text.lines().filter(it -> it.contains("rror")).findFirst().orElse(text.strip());
    return line.length() > MAX_ERROR_LENGTH ? line.substring(0, MAX_ERROR_LENGTH) + "…" : line;
  }

  /** Replaces line breaks and column separators of a text. */
  private static String escapeCell(String text) {
    return text.replaceAll("\\s+", " ").replace('|', '/').strip();
  }
}
