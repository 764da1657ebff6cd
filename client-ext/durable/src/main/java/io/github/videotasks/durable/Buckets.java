package io.github.videotasks.durable;

/** Distributes waits over a fixed number of buckets, the unit of work of a node. */
final class Buckets {

  /** Changing it would leave the stored waits in other buckets than those that are polled. */
  static final int COUNT = 64;

  private Buckets() {}

  /** The hash of a string is specified, so it is the same in every JVM. */
  static int of(String gateway, String task) {
    int hash = 31 * gateway.hashCode() + task.hashCode();
    return Math.floorMod(hash ^ (hash >>> 16), COUNT);
  }
}
