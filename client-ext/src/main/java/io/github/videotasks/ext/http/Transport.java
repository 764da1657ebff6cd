package io.github.videotasks.ext.http;

import io.github.videotasks.ext.time.Scheduler;
import okhttp3.OkHttpClient;

/**
 * What all questions of one client share.
 *
 * @param maxResponseBytes the most bytes of an answer that are read, after decompression
 */
public record Transport(
    OkHttpClient client,
    TaskRequestFactory requests,
    ResponseParser parser,
    Secret key,
    Scheduler scheduler,
    long maxResponseBytes) {}
