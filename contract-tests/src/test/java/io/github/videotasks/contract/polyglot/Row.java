package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.Cases.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the table.
 *
 * @param cells one text for each of {@link #HEADS}
 */
record Row(List<String> cells) {
  /** The heads of the columns. */
  static final List<String> HEADS =
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
  private static final int TOOLS = 2;
  private static final int COMPILES = 3;
  private static final int REMEDY = 12;
  private static final int SHORT = 120;

  Row {
    cells = List.copyOf(cells);
    if (cells.size() != HEADS.size()) {
      throw new IllegalArgumentException(
          "expected %d cells, found %d: %s".formatted(HEADS.size(), cells.size(), cells));
    }
  }

  /**
   * Makes a row.
   *
   * @param inputs tells one set of contract and cases from another
   */
  static Row of(Recipe recipe, Measured measured, String inputs) {
    if (measured.missing() != null) {
      return blank(recipe, "", NOT_RUN + measured.missing(), inputs);
    }
    if (measured.broken() != null) {
      return blank(recipe, measured.tools(), "no: " + brief(measured.broken()), inputs);
    }
    Tally examples = measured.tally(Kind.EXAMPLE);
    Tally declared = measured.tally(Kind.DECLARED);
    Tally odd = measured.tally(Kind.ODD);
    int nulls = examples.nulls() + declared.nulls() + odd.nulls();
    return new Row(
        List.of(
            recipe.language(),
            recipe.generator(),
            measured.tools(),
            "yes",
            decoded(examples),
            lost(examples),
            decoded(declared),
            lost(declared),
            decoded(odd),
            lost(odd),
            Integer.toString(nulls),
            of(measured.queries(), measured.asked()),
            cell(recipe.remedy()),
            inputs));
  }

  /** Reads a line of a committed table. */
  static Row parse(String line) {
    String inner = line.strip();
    List<String> cells = List.of(inner.substring(1, inner.length() - 1).split("\\|", -1));
    return new Row(cells.stream().map(String::strip).toList());
  }

  String line() {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Whether both are of one language and generator. */
  boolean sameClient(Row other) {
    return cells.subList(0, TOOLS).equals(other.cells.subList(0, TOOLS));
  }

  /** Whether all that was measured is the same; versions and inputs may be others. */
  boolean sameFigures(Row other) {
    return cells.subList(COMPILES, REMEDY).equals(other.cells.subList(COMPILES, REMEDY));
  }

  /** This row, with what its recipe says now. */
  Row with(Row recipe) {
    List<String> next = new ArrayList<>(cells);
    next.set(REMEDY, recipe.cells.get(REMEDY));
    return new Row(next);
  }

  /** Whether some machine measured it. */
  boolean run() {
    return !cells.get(COMPILES).startsWith(NOT_RUN);
  }

  /** The language and the generator. */
  String client() {
    return String.join(", ", cells.subList(0, TOOLS));
  }

  /** What tells one set of contract and cases from another. */
  String inputs() {
    return cells.get(HEADS.size() - 1);
  }

  private static Row blank(Recipe recipe, String tools, String compiles, String inputs) {
    return new Row(
        List.of(
            recipe.language(),
            recipe.generator(),
            tools,
            cell(compiles),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            cell(recipe.remedy()),
            inputs));
  }

  private static String decoded(Tally tally) {
    return of(tally.decoded(), tally.cases());
  }

  private static String lost(Tally tally) {
    String lost = of(tally.lost(), tally.members());
    return tally.added() == 0 ? lost : lost + ", " + tally.added() + " made up";
  }

  private static String of(int some, int all) {
    return some + " of " + all;
  }

  private static String brief(String text) {
    String line = text.lines().filter(it -> it.contains("rror")).findFirst().orElse(text.strip());
    return line.length() > SHORT ? line.substring(0, SHORT) + "…" : line;
  }

  /** A text that stays within its cell. */
  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace('|', '/').strip();
  }
}
