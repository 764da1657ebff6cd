package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours of results on a terminal. {@code NO_COLOR} turns them off, {@code CLICOLOR_FORCE} turns
 * them on where no terminal is, for example in the log of a pipeline.
 */
final class TerminalColours {

  private final Ansi ansi;

  private TerminalColours(Ansi ansi) {
    this.ansi = ansi;
  }

  /**
   * Returns the colours for this process.
   *
   * @param environment variables by name
   */
  static TerminalColours of(Map<String, String> environment) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return new TerminalColours(Ansi.OFF);
    }
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    return new TerminalColours(force.isEmpty() || force.equals("0") ? Ansi.AUTO : Ansi.ON);
  }

  /** Returns the text in the colour of a result; the text is one of the program's own words. */
  String paint(Status status, String text) {
    String colour =
        switch (status) {
          case VERIFIED -> "green";
          case BORROWED -> "yellow";
          case FAILED, UNREACHABLE -> "bold,red";
          case WIRING_ONLY, SKIPPED -> "faint";
        };
    return ansi.string("@|" + colour + " " + text + "|@");
  }
}
