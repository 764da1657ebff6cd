package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.Stage;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Colours of stages. {@code NO_COLOR} turns them off, {@code CLICOLOR_FORCE} turns them on. */
final class StageColours {
  static final StageColours NONE = new StageColours(Ansi.OFF);

  private final Ansi ansi;

  private StageColours(Ansi ansi) {
    this.ansi = ansi;
  }

  /**
   * Returns the colours for a stream.
   *
   * @param environment variables by name
   * @param terminal whether the stream is a terminal
   */
  static StageColours of(Map<String, String> environment, boolean terminal) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return NONE;
    }
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    boolean forced = !force.isEmpty() && !force.equals("0");
    return terminal || forced ? new StageColours(Ansi.ON) : NONE;
  }

  /** Returns the name of the stage in its colour, padded to the longest name. */
  String paint(Stage stage) {
    String colour =
        switch (stage) {
          case QUEUED -> "faint";
          case RUNNING -> "cyan";
          case SUCCEEDED -> "green";
          case FAILED -> "bold,red";
          case CANCELLED -> "red";
          case UNKNOWN -> "yellow";
        };
    String name = "%-9s".formatted(stage.name().toLowerCase(Locale.ROOT));
    return ansi.string("@|" + colour + " " + name + "|@");
  }
}
