package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.error.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the fault matrix.
 *
 * @param expectedError the kind of error; null for an answer that is understood
 * @param expectedRequests the requests that the server may see, exactly; of 3 that are allowed
 * @param replies what the server does with the first, the second, … request
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
        + (expectedError == null ? "understood" : expectedError)
        + ", requests "
        + expectedRequests;
  }
}
