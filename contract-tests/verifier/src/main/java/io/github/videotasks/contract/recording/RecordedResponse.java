package io.github.videotasks.contract.recording;

import io.github.videotasks.contract.replay.ProviderResponse;

/**
 * One response of a recording.
 *
 * @param operation the operationId
 * @param state the short name of the provider state
 * @param origin the host and the time, for people
 * @param response what the host responded, masked
 * @param place file and line
 */
record RecordedResponse(
    String operation, String state, String origin, ProviderResponse response, String place) {}
