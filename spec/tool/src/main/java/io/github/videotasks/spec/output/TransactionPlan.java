package io.github.videotasks.spec.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a transaction as a text file, from which another process can complete or undo
 * them. It has one line for each step and a last line, so that a file cut off by a crash is
 * recognized.
 *
 * @param newFolders the folders that do not exist yet, outer ones first
 * @param changes the changes, in the order in which they are made
 */
record TransactionPlan(List<String> newFolders, List<FileChange> changes) {
  private static final String FIRST_LINE = "spec-tool transaction 1";
  private static final String LAST_LINE = "end";
  private static final String NONE = "-";

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(FIRST_LINE));
    newFolders.forEach(name -> lines.add("folder\t" + name));
    changes.forEach(
        c -> lines.add("file\t" + orNone(c.before()) + "\t" + orNone(c.after()) + "\t" + c.name()));
    lines.add(LAST_LINE);
    Files.write(file, lines);
  }

  /** Returns the plan in a file; null when the file is not a complete plan. */
  static @Nullable TransactionPlan read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2
        || !lines.get(0).equals(FIRST_LINE)
        || !lines.get(lines.size() - 1).equals(LAST_LINE)) {
      return null;
    }
    TransactionPlan plan = new TransactionPlan(new ArrayList<>(), new ArrayList<>());
    for (String line : lines.subList(1, lines.size() - 1)) {
      String[] cells = line.split("\t", -1);
      if (cells.length == 2 && cells[0].equals("folder")) {
        plan.newFolders.add(cells[1]);
      } else if (cells.length == 4 && cells[0].equals("file")) {
        plan.changes.add(new FileChange(cells[3], orNull(cells[1]), orNull(cells[2])));
      } else {
        return null;
      }
    }
    return plan;
  }

  private static String orNone(@Nullable String hash) {
    return hash == null ? NONE : hash;
  }

  private static @Nullable String orNull(String cell) {
    return cell.equals(NONE) ? null : cell;
  }
}
