package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.SpecDocument;

/**
 * A recorded response as evidence, in {@code observed/PROVIDER/NAME.json}. It is not documented by
 * a page.
 *
 * @param document the file, as a document of the provider
 * @param method the HTTP method in upper case
 * @param path the path template of the operation in the contract
 * @param status the status code
 * @param mediaType the media type
 * @param body the body of the response
 */
public record ObservedFile(
    SpecDocument document,
    String method,
    String path,
    String status,
    String mediaType,
    JsonNode body) {
  /** The folder of recorded responses. */
  static final String FOLDER = "observed/";

  /** {@return file and line of the body} */
  public SourceLocation location() {
    return document.location(document.root(), "body");
  }
}
