package io.github.videotasks.cli;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A display that is opened when it is first used: most commands need no terminal. */
final class LazyDisplay implements LiveDisplay {
  private final Supplier<LiveDisplay> opener;
  private @Nullable LiveDisplay opened;

  LazyDisplay(Supplier<LiveDisplay> opener) {
    this.opener = opener;
  }

  private LiveDisplay open() {
    LiveDisplay display = opened;
    if (display == null) {
      display = opener.get();
      opened = display;
    }
    return display;
  }

  @Override
  public boolean isLive() {
    return open().isLive();
  }

  @Override
  public int rows() {
    return open().rows();
  }

  @Override
  public void show(List<String> lines) {
    open().show(lines);
  }

  @Override
  public void clear() {
    if (opened != null) {
      opened.clear();
    }
  }

  @Override
  public StageColours colours() {
    return open().colours();
  }
}
