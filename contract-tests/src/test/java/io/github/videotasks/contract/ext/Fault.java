package io.github.videotasks.contract.ext;

import io.github.videotasks.ext.error.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the fault matrix.
 *
 * @param outcome the kind of error; null for an answer that is understood
 * @param requests the requests that the server may see, exactly; of 3 that are allowed
 * @param replies what the server does with the first, the second, … request
 */
record Fault(
    String name, @Nullable ErrorKind outcome, int requests, List<RawServer.Reply> replies) {

  @Override
  public String toString() {
    return name + " -> " + (outcome == null ? "understood" : outcome) + ", requests " + requests;
  }
}
