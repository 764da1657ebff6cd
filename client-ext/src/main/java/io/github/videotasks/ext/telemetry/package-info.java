/**
 * Events of the HTTP requests of a client, for metrics and tracing. The entry point is {@link
 * io.github.videotasks.ext.telemetry.TelemetryListener}.
 */
@NullMarked
package io.github.videotasks.ext.telemetry;

import org.jspecify.annotations.NullMarked;
