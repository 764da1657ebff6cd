package io.github.videotasks.contract.callers;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import io.github.videotasks.contract.replay.ReplayServers;
import java.util.ArrayList;
import java.util.List;

/**
 * The replay servers with the tasks for one caller. Each caller needs its own, because the state of
 * a task advances with each poll. There is one task for every operation of every provider that
 * finishes while it is polled, one that failed, one that does not exist, and one whose wait times
 * out.
 */
final class ReplayedTasks implements AutoCloseable {

  /** Deadline in ms. Far more than needed, even on a machine under load. */
  private static final String LONG_WAIT_MILLIS = "120000";

  private final ReplayServers servers;
  private final List<String> arguments = new ArrayList<>();

  ReplayedTasks() {
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    servers = ReplayServers.startAll(cases);
    List<ContractProvider> providers = cases.catalogue().providers();
    for (ContractProvider provider : providers) {
      for (Operation operation : provider.operations()) {
        // The id of the page waits twice, then finishes.
        addTask(provider, operation, LONG_WAIT_MILLIS, operation.requestId());
      }
    }
    ContractProvider first = providers.get(0);
    Operation operation = first.operations().get(0);
    addTask(first, operation, LONG_WAIT_MILLIS, "failed");
    addTask(first, operation, LONG_WAIT_MILLIS, ContractCase.UNKNOWN_ID);
    addTask(first, operation, "1", "waiting");
  }

  /** Returns four arguments for each task: base URL, endpoint, milliseconds to wait, id. */
  List<String> arguments() {
    return List.copyOf(arguments);
  }

  @Override
  public void close() {
    servers.close();
  }

  private void addTask(ContractProvider provider, Operation operation, String millis, String id) {
    String endpoint = operation.idInPath() ? "OPENAI" : "UNIFIED";
    arguments.addAll(List.of(servers.baseUrl(provider).toString(), endpoint, millis, id));
  }
}
