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
 * provider, made while it is asked for; one that failed; one that does not exist; one whose end
 * nobody waits for.
 */
final class ReplayedTasks implements AutoCloseable {

  /** Milliseconds; far more than needed, also on a machine with much other work. */
  private static final String LONG = "120000";

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
    ask(operation, ReplayServer.start(situations.of(first)), LONG, Situation.UNKNOWN_ID);
    ask(operation, script(first, operation, "waiting"), "1", operation.requestId());
  }

  /** Four for each task: base URL, endpoint, milliseconds to wait, id. */
  List<String> arguments() {
    return List.copyOf(arguments);
  }

  @Override
  public void close() {
    servers.forEach(ReplayServer::close);
  }

  private void follow(Provider provider, Operation operation, String... states) {
    ask(operation, script(provider, operation, states), LONG, operation.requestId());
  }

  private ReplayServer script(Provider provider, Operation operation, String... states) {
    List<Situation> rows = situations.of(provider);
    List<Situation> script =
        Stream.of(states)
            .flatMap(state -> rows.stream().filter(row -> row.state().equals(state)))
            .filter(row -> row.operation().equals(operation))
            .toList();
    return ReplayServer.script(script);
  }

  private void ask(Operation operation, ReplayServer server, String millis, String id) {
    servers.add(server);
    EndpointStyle endpoint = operation.idInPath() ? EndpointStyle.OPENAI : EndpointStyle.UNIFIED;
    arguments.addAll(List.of(server.baseUrl().toString(), endpoint.name(), millis, id));
  }
}
