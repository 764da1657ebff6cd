package io.github.videotasks.durable;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classifies the SQL states of failed statements. */
final class SqlStates {

  /**
   * The first two characters of the states that concern a whole statement: the connection, the
   * transaction, the server, the user, the tables or the text of the statement. All others, also
   * those that a trigger chooses, are caused by the rows of the statement.
   */
  private static final Set<String> WHOLE_STATEMENT =
      Set.of(
          "00", "01", "02", "03", "08", "0A", "0B", "0L", "0P", "24", "25", "26", "28", "2B", "2D",
          "34", "3B", "3D", "3F", "40", "42", "53", "55", "57", "58", "72", "99", "F0", "HV", "XX");

  /** A page or an index entry is damaged; rows in other pages are not affected. */
  private static final Set<String> DAMAGED = Set.of("XX001", "XX002");

  private SqlStates() {}

  /** Whether a statement without the rows that caused the problem can succeed. */
  static boolean isCausedByRows(Throwable problem) {
    String state = stateOf(problem);
    return state != null
        && state.length() == 5
        && (DAMAGED.contains(state) || !WHOLE_STATEMENT.contains(state.substring(0, 2)));
  }

  static @Nullable String stateOf(Throwable problem) {
    return problem.getCause() instanceof SQLException cause ? cause.getSQLState() : null;
  }
}
