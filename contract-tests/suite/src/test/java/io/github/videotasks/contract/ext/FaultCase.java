package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.error.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the fault matrix.
 *
 * @param name display name, unique in the matrix
 * @param expectedError the kind of error; null for a response that is parsed
 * @param expectedRequests the exact number of requests that the server receives, of 3 allowed ones
 * @param replies the replies to the first, the second, … request; the last one is repeated
 */
record FaultCase(
    String name,
    @Nullable ErrorKind expectedError,
    int expectedRequests,
    List<RawSocketServer.Reply> replies) {

  @Override
  public String toString() {
    return name
        + " -> "
        + (expectedError == null ? "parsed" : expectedError)
        + ", requests "
        + expectedRequests;
  }
}
