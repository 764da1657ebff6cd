package io.github.videotasks.contract.callers;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Provider.Operation;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.ext.EndpointStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tasks for one program, because they go on with each question: one for every operation of every
 * provider, made while it is asked for; one that failed; one that does not exist.
 */
final class ReplayedTasks implements AutoCloseable {

  private final Situations situations = Situations.read(Checkout.find());
  private final List<ReplayServer> servers = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();

  ReplayedTasks() {
    List<Provider> providers = situations.catalogue().providers();
    for (Provider provider : providers) {
      for (Operation operation : provider.operations()) {
        follow(provider, operation, "waiting", "waiting", "finished");
      }
    }
    Provider first = providers.get(0);
    Operation operation = first.operations().get(0);
    follow(first, operation, "failed");
    ask(operation, ReplayServer.start(situations.of(first)), Situation.UNKNOWN_ID);
  }

  /** Three for each task: base URL, endpoint, id. */
  List<String> arguments() {
    return List.copyOf(arguments);
  }

  @Override
  public void close() {
    servers.forEach(ReplayServer::close);
  }

  private void follow(Provider provider, Operation operation, String... states) {
    List<Situation> rows = situations.of(provider);
    List<Situation> script =
        Stream.of(states)
            .flatMap(state -> rows.stream().filter(row -> row.state().equals(state)))
            .filter(row -> row.operation().equals(operation))
            .toList();
    ask(operation, ReplayServer.script(script), operation.requestId());
  }

  private void ask(Operation operation, ReplayServer server, String id) {
    servers.add(server);
    EndpointStyle endpoint = operation.idInPath() ? EndpointStyle.OPENAI : EndpointStyle.UNIFIED;
    arguments.addAll(List.of(server.baseUrl().toString(), endpoint.name(), id));
  }
}
