package io.github.videotasks.ext;

import io.github.videotasks.ext.polling.Timekeeper;
import okhttp3.OkHttpClient;

/**
 * What all questions of one client share.
 *
 * @param maxAnswerBytes the most bytes of an answer that are read, after decompression
 */
record Transport(
    OkHttpClient client,
    TaskRequests requests,
    AnswerReader reader,
    Secret key,
    Timekeeper timekeeper,
    long maxAnswerBytes) {}
