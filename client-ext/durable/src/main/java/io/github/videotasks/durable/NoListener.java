package io.github.videotasks.durable;

/** The default listener. */
enum NoListener implements DurableWaitsListener {
  INSTANCE
}
