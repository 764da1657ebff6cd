package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded request with its response, as it was recorded: not masked.
 *
 * @param place file and line or number, for messages
 * @param at when the request was sent; null if the recording does not say it
 * @param method the HTTP method in upper case
 * @param url the URL of the request
 * @param keys the values of headers that hold a key
 * @param requestBody the body of the request; null if there is none or it is not JSON
 * @param status the status code
 * @param mediaType the media type of the response without parameters, in lower case; empty if
 *     unknown
 * @param body the body of the response; null if there is none or it is not JSON
 * @param hasBody whether the response has a body, of whatever kind
 */
record TrafficRecord(
    String place,
    @Nullable Instant at,
    String method,
    String url,
    List<String> keys,
    @Nullable JsonNode requestBody,
    int status,
    String mediaType,
    @Nullable JsonNode body,
    boolean hasBody) {
  /** Returns the mask that knows the keys, prompts and ids of this record. */
  TrafficMask mask() {
    return new TrafficMask(keys, url, requestBody, body);
  }

  /** Without the content, which is not masked. */
  @Override
  public String toString() {
    return "TrafficRecord[" + place + "]";
  }
}
