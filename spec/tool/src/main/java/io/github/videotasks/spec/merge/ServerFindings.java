package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.ServerUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports the operations that have servers of their own, once for each list of servers. */
final class ServerFindings {
  private final String defaultServer;
  private final Map<SourceLocation, SourceServers> lists = new LinkedHashMap<>();
  private final Map<SourceLocation, List<String>> operations = new LinkedHashMap<>();

  ServerFindings(Collection<String> ofContract) {
    this.defaultServer = ofContract.stream().findFirst().orElse("no server");
  }

  /** Adds an operation that has servers of its own. */
  void add(MergedOperation operation) {
    for (SourceOperation source : operation.sources()) {
      SourceServers servers = SourceServers.of(source.document(), source.declaration());
      lists.putIfAbsent(servers.location(), servers);
      operations
          .computeIfAbsent(servers.location(), location -> new ArrayList<>())
          .add(operation.method() + " " + MessageText.excerpt(operation.path()));
    }
  }

  void report(Findings out) {
    lists.forEach(
        (location, servers) -> {
          String urls = MessageText.list(servers.urls().stream().map(ServerUrl::toString).toList());
          String of = MessageText.list(operations.getOrDefault(location, List.of()));
          out.add(
              new Finding(
                  "operation-server",
                  // The page decides to which host a client sends its API key.
                  servers.own() ? Severity.WARNING : Severity.INFO,
                  location,
                  "found "
                      + urls
                      + " for "
                      + of
                      + "; the contract's first server is "
                      + defaultServer,
                  servers.own()
                      ? "Kept at the operation; make sure that this host may receive the API key"
                      : "Wrote it at the operation"));
        });
  }
}
