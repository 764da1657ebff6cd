package io.github.videotasks.ext.download;

import io.github.videotasks.ext.telemetry.RequestTelemetry;
import io.github.videotasks.ext.time.Scheduler;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Objects that all downloads of one client share.
 *
 * @param executor runs the blocking network and file operations, which never run on a thread of the
 *     scheduler
 * @param clock the wall clock, used to decide whether a URL has expired
 */
record DownloadContext(
    GatewayAccess gateway,
    FileHttpClients httpClients,
    Scheduler scheduler,
    RequestTelemetry telemetry,
    Executor executor,
    DownloadQueue queue,
    Storage storage,
    InstantSource clock) {}
