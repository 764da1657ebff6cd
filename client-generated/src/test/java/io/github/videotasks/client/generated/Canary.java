package io.github.videotasks.client.generated;

/**
 * Class that the injected code of the hostile contract tries to load. It must never be initialized.
 */
public final class Canary {
  static {
    System.setProperty("canary", "dead");
  }
}
