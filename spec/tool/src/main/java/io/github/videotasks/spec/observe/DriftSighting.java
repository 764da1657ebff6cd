package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One place of one response that is not in the contract.
 *
 * @param kind what is unknown
 * @param path the place, such as {@code $.detail.draft_info}, with masked names
 * @param what what was expected and found, without a value of the response
 * @param value the masked value
 */
record DriftSighting(DriftKind kind, String path, String what, JsonNode value) {}
