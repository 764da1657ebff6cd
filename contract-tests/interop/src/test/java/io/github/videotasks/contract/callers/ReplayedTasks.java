package io.github.videotasks.contract.callers;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import io.github.videotasks.contract.replay.ReplayServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replay servers with the tasks for one caller. Each caller needs its own, because the state of a
 * task advances with each poll. There is one task for every operation of every provider that
 * finishes while it is polled, one that failed, one that does not exist, and one whose wait times
 * out.
 */
final class ReplayedTasks implements AutoCloseable {

  /** Deadline in ms. Far more than needed, even on a machine under load. */
  private static final String LONG_WAIT_MILLIS = "120000";

  private final ContractCases contractCases = ContractCases.read(RepositoryLayout.find());
  private final List<ReplayServer> servers = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();

  ReplayedTasks() {
    List<ContractProvider> providers = contractCases.catalogue().providers();
    for (ContractProvider provider : providers) {
      for (Operation operation : provider.operations()) {
        addScriptedTask(provider, operation, "waiting", "waiting", "finished");
      }
    }
    ContractProvider first = providers.get(0);
    Operation operation = first.operations().get(0);
    addScriptedTask(first, operation, "failed");
    addTask(
        operation,
        ReplayServer.start(contractCases.forProvider(first)),
        LONG_WAIT_MILLIS,
        ContractCase.UNKNOWN_ID);
    addTask(
        operation, startScriptedServer(first, operation, "waiting"), "1", operation.requestId());
  }

  /** Returns four arguments for each task: base URL, endpoint, milliseconds to wait, id. */
  List<String> arguments() {
    return List.copyOf(arguments);
  }

  @Override
  public void close() {
    servers.forEach(ReplayServer::close);
  }

  private void addScriptedTask(ContractProvider provider, Operation operation, String... states) {
    addTask(
        operation,
        startScriptedServer(provider, operation, states),
        LONG_WAIT_MILLIS,
        operation.requestId());
  }

  private ReplayServer startScriptedServer(
      ContractProvider provider, Operation operation, String... states) {
    List<ContractCase> rows = contractCases.forProvider(provider);
    List<ContractCase> script =
        Stream.of(states)
            .flatMap(state -> rows.stream().filter(row -> row.state().equals(state)))
            .filter(row -> row.operation().equals(operation))
            .toList();
    return ReplayServer.startScript(script);
  }

  private void addTask(Operation operation, ReplayServer server, String millis, String id) {
    servers.add(server);
    String endpoint = operation.idInPath() ? "OPENAI" : "UNIFIED";
    arguments.addAll(List.of(server.baseUrl().toString(), endpoint, millis, id));
  }
}
