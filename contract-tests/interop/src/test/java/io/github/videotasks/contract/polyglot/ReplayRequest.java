package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Request that every client has to send to a replay server. The server rejects requests without a
 * token and knows one task id.
 *
 * @param server the running server
 * @param contractCase the request and the expected response
 */
record ReplayRequest(ReplayServer server, ContractCase contractCase) implements AutoCloseable {

  /**
   * Starts a server for each operation, with a finished task of the first provider that has the
   * operation.
   */
  static List<ReplayRequest> startAll(RepositoryLayout checkout) {
    ContractCases cases = ContractCases.read(checkout);
    List<ReplayRequest> requests = new ArrayList<>();
    for (ContractProvider provider : cases.catalogue().providers()) {
      for (ContractCase row : cases.forProvider(provider)) {
        boolean first =
            requests.stream().noneMatch(it -> it.operationId().equals(operationIdOf(row)));
        if (row.state().equals("finished") && first) {
          requests.add(
              new ReplayRequest(
                  ReplayServer.start(startingWith(row, cases.forProvider(provider))), row));
        }
      }
    }
    return requests;
  }

  String operationId() {
    return operationIdOf(contractCase);
  }

  /** Returns the body of the server's response. */
  String expectedBody() {
    return contractCase.response().body();
  }

  /** Returns the arguments of a query driver. */
  String[] driverArguments(Path out) {
    URI url = server.baseUrl();
    return new String[] {
      url.toString(), "polyglot", operationId(), contractCase.taskId(), out.toString()
    };
  }

  @Override
  public void close() {
    server.close();
  }

  /** Moves a case to the front, because a server starts in the first of its states. */
  private static List<ContractCase> startingWith(ContractCase row, List<ContractCase> states) {
    return Stream.concat(Stream.of(row), states.stream().filter(other -> !other.equals(row)))
        .toList();
  }

  private static String operationIdOf(ContractCase row) {
    return row.operation().operationId();
  }
}
