package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServers;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Request that every client has to send to a replay server, which rejects requests without a token.
 *
 * @param baseUrl the URL of the server
 * @param contractCase the expected response
 */
record ReplayRequest(URI baseUrl, ContractCase contractCase) {

  /** A script with a colon, as some ids have one: clients may percent-encode it or not. */
  private static final String ID = "finished:task_1";

  /**
   * Returns a request for each operation: a finished task of the first provider that has the
   * operation.
   */
  static List<ReplayRequest> all(ContractCases cases, ReplayServers servers) {
    List<ReplayRequest> requests = new ArrayList<>();
    for (ContractProvider provider : cases.catalogue().providers()) {
      for (ContractCase row : cases.forProvider(provider)) {
        ReplayRequest request = new ReplayRequest(servers.baseUrl(provider), row);
        boolean first =
            requests.stream().noneMatch(it -> it.operationId().equals(request.operationId()));
        if (row.state().equals("finished") && first) {
          requests.add(request);
        }
      }
    }
    return requests;
  }

  String operationId() {
    return contractCase.operation().operationId();
  }

  /** Returns the body of the server's response. */
  String expectedBody() {
    return contractCase.response().body();
  }

  /** Returns the arguments of a query driver. */
  String[] driverArguments(Path out) {
    return new String[] {baseUrl.toString(), "polyglot", operationId(), ID, out.toString()};
  }
}
