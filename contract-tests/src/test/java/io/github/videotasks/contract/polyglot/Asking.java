package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
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
 * @param row what is asked for, and what is answered
 */
record Asking(ReplayServer server, Situation row) implements AutoCloseable {

  /** One for each operation, of the first provider that has it: a task that is finished. */
  static List<Asking> start(Checkout checkout) {
    Situations situations = Situations.read(checkout);
    List<Asking> askings = new ArrayList<>();
    for (Provider provider : situations.catalogue().providers()) {
      for (Situation row : situations.of(provider)) {
        boolean first = askings.stream().noneMatch(a -> a.operation().equals(idOf(row)));
        if (row.state().equals("finished") && first) {
          askings.add(new Asking(ReplayServer.start(in(row, situations.of(provider))), row));
        }
      }
    }
    return askings;
  }

  String operation() {
    return idOf(row);
  }

  /** What the server answers. */
  String answer() {
    return row.answer().body();
  }

  /** The arguments of a driver. */
  String[] words(Path out) {
    URI url = server.baseUrl();
    return new String[] {url.toString(), "polyglot", operation(), row.taskId(), out.toString()};
  }

  @Override
  public void close() {
    server.close();
  }

  /** A server is in the first of its states. */
  private static List<Situation> in(Situation row, List<Situation> states) {
    return Stream.concat(Stream.of(row), states.stream().filter(other -> !other.equals(row)))
        .toList();
  }

  private static String idOf(Situation row) {
    return row.operation().operationId();
  }
}
