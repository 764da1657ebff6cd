package io.github.videotasks.ext.download;

import io.github.videotasks.ext.time.Scheduler;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What all downloads of one client share.
 *
 * @param executor where bytes are moved and files are opened, never a thread of the timekeeper
 * @param clock tells whether an address has expired
 */
record DownloadContext(
    GatewayAccess gateway,
    FileHttpClients httpClients,
    Scheduler scheduler,
    Executor executor,
    DownloadQueue queue,
    Storage storage,
    InstantSource clock) {}
