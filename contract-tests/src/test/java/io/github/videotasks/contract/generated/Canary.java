package io.github.videotasks.contract.generated;

/** What hostile texts try to run. Nothing may ever load it. */
public final class Canary {
  static {
    System.setProperty("canary", "dead");
  }
}
