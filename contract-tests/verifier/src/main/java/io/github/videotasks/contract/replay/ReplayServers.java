package io.github.videotasks.contract.replay;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Replay servers of several providers, as the command {@code replay} starts them. */
public final class ReplayServers implements AutoCloseable {

  private final Map<ContractProvider, ReplayServer> servers = new LinkedHashMap<>();

  private ReplayServers() {}

  /**
   * Starts a server for each provider.
   *
   * @param cases the cases of all providers
   * @param providers the providers to serve
   * @param port the port of the first provider, each further one has the next port; 0 for free
   *     ports
   * @return the running servers
   * @throws IllegalStateException when a port is in use; then no server is left running
   */
  public static ReplayServers start(
      ContractCases cases, List<ContractProvider> providers, int port) {
    return start(cases::forProvider, providers, port);
  }

  /**
   * Starts a server for each provider, as above.
   *
   * @param cases returns the cases of a provider; at least one
   * @param providers the providers to serve
   * @param port as above
   * @return the running servers
   */
  public static ReplayServers start(
      Function<ContractProvider, List<ContractCase>> cases,
      List<ContractProvider> providers,
      int port) {
    ReplayServers started = new ReplayServers();
    for (ContractProvider provider : providers) {
      int next = port == 0 ? 0 : port + started.servers.size();
      try {
        started.servers.put(provider, ReplayServer.start(cases.apply(provider), next));
      } catch (RuntimeException e) {
        // WireMock reports a port in use as an exception of its own.
        started.close();
        throw new IllegalStateException(
            "expected the free port %d for %s, cannot listen there: %s"
                .formatted(next, provider.id(), e.getMessage()),
            e);
      }
    }
    return started;
  }

  /**
   * Starts a server for every provider, on free ports.
   *
   * @param cases the cases of all providers
   * @return the running servers
   */
  public static ReplayServers startAll(ContractCases cases) {
    return start(cases, cases.catalogue().providers(), 0);
  }

  /**
   * {@return the base URL of a provider}
   *
   * @param provider a served provider
   * @throws NoSuchElementException when the provider is not served
   */
  public URI baseUrl(ContractProvider provider) {
    ReplayServer server = servers.get(provider);
    if (server == null) {
      throw new NoSuchElementException(
          "expected one of the providers %s, found '%s'"
              .formatted(
                  servers.keySet().stream().map(ContractProvider::id).toList(), provider.id()));
    }
    return server.baseUrl();
  }

  @Override
  public void close() {
    servers.values().forEach(ReplayServer::close);
  }
}
