package io.github.videotasks.ext.telemetry;

/** The listener of a client without telemetry. */
enum NoTelemetry implements TelemetryListener {
  INSTANCE
}
