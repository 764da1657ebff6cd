package io.github.videotasks.client.generated;

/** What hostile texts try to run. Nothing may ever load it. */
public final class Canary {
  static {
    System.setProperty("canary", "dead");
  }
}
