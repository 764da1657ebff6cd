package io.github.videotasks.cli;

import java.util.List;

/** Lines at the bottom of a terminal that are rewritten while a command runs. */
interface LiveDisplay {
  /**
   * Returns false where nothing can be rewritten: a file, a pipe, or a terminal without escapes.
   */
  boolean isLive();

  /** Returns the number of lines that fit, at least 1. */
  int rows();

  /**
   * Replaces the lines. Longer lines are cut to the width of the terminal.
   *
   * @param lines texts without line ends; their only escapes are those of {@link StageColours}
   */
  void show(List<String> lines);

  /** Removes the lines, so that other output can follow. */
  void clear();

  /** Returns the colours of the lines. */
  StageColours colours();

  /** Returns a display that shows nothing. */
  static LiveDisplay none() {
    return new NoDisplay();
  }

  /** Shows nothing. */
  final class NoDisplay implements LiveDisplay {
    private NoDisplay() {}

    @Override
    public boolean isLive() {
      return false;
    }

    @Override
    public int rows() {
      return 1;
    }

    @Override
    public void show(List<String> lines) {}

    @Override
    public void clear() {}

    @Override
    public StageColours colours() {
      return StageColours.NONE;
    }
  }
}
