package io.github.videotasks.ext.download;

import io.github.videotasks.ext.polling.Timekeeper;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What all downloads of one client share.
 *
 * @param threads where bytes are moved and files are opened, never a thread of the timekeeper
 * @param clock tells whether an address has expired
 */
record Workshop(
    GatewayAccess gateway,
    FileClients clients,
    Timekeeper timekeeper,
    Executor threads,
    Slots slots,
    Storage storage,
    InstantSource clock) {}
