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
 * A request that every client sends to a replay server, which refuses a request without a token and
 * knows one id.
 *
 * @param server the running server
 * @param contractCase what is asked for, and what is answered
 */
record ReplayRequest(ReplayServer server, ContractCase contractCase) implements AutoCloseable {

  /** One for each operation, of the first provider that has it: a task that is finished. */
  static List<ReplayRequest> startAll(RepositoryLayout checkout) {
    ContractCases situations = ContractCases.read(checkout);
    List<ReplayRequest> askings = new ArrayList<>();
    for (ContractProvider provider : situations.catalogue().providers()) {
      for (ContractCase row : situations.forProvider(provider)) {
        boolean first = askings.stream().noneMatch(a -> a.operationId().equals(operationIdOf(row)));
        if (row.state().equals("finished") && first) {
          askings.add(
              new ReplayRequest(
                  ReplayServer.start(startingWith(row, situations.forProvider(provider))), row));
        }
      }
    }
    return askings;
  }

  String operationId() {
    return operationIdOf(contractCase);
  }

  /** What the server answers. */
  String expectedBody() {
    return contractCase.response().body();
  }

  /** The arguments of a driver. */
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

  /** A server is in the first of its states. */
  private static List<ContractCase> startingWith(ContractCase row, List<ContractCase> states) {
    return Stream.concat(Stream.of(row), states.stream().filter(other -> !other.equals(row)))
        .toList();
  }

  private static String operationIdOf(ContractCase row) {
    return row.operation().operationId();
  }
}
