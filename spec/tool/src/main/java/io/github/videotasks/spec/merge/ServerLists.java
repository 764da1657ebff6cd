package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.ServerUrl;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The servers of the contract, and those of operations that are somewhere else.
 *
 * <p>An operation has servers of its own when a page declares some for it, or when the first server
 * of the contract, which is the default of generated clients, is not one of its servers. Otherwise
 * it has none, because most generated clients cannot override the servers of an operation: they
 * could not be pointed at a proxy or a stand-in.
 */
public final class ServerLists {
  private final Map<String, ServerUrl> ofContract = new LinkedHashMap<>();
  private final IdentityHashMap<MergedOperation, Map<String, ServerUrl>> own =
      new IdentityHashMap<>();

  ServerLists(
      BasePaths basePaths,
      List<SpecDocument> documents,
      List<MergedOperation> operations,
      Findings out) {
    for (SpecDocument document : documents) {
      add(ofContract, basePaths.contractUrls(SourceServers.ofDocument(document)));
    }
    ServerFindings findings = new ServerFindings(ofContract.keySet());
    for (MergedOperation operation : operations) {
      Map<String, ServerUrl> urls = new LinkedHashMap<>();
      boolean declared = false;
      for (SourceOperation source : operation.sources()) {
        SourceServers servers = SourceServers.of(source.document(), source.declaration());
        add(urls, basePaths.contractUrls(servers.urls()));
        declared |= servers.own() && servers.hasHost();
      }
      if (differs(urls, declared)) {
        own.put(operation, urls);
        findings.add(operation);
      }
    }
    findings.report(out);
  }

  private static void add(Map<String, ServerUrl> urls, List<ServerUrl> more) {
    more.forEach(url -> urls.putIfAbsent(url.toString(), url));
  }

  private boolean differs(Map<String, ServerUrl> urls, boolean declared) {
    if (urls.isEmpty()) {
      return false;
    }
    String first = ofContract.keySet().stream().findFirst().orElse("");
    boolean hasDefault =
        declared ? urls.keySet().iterator().next().equals(first) : urls.containsKey(first);
    return !hasDefault || (declared && !urls.keySet().equals(ofContract.keySet()));
  }

  /** Returns the servers of the contract. */
  ArrayNode ofContract() {
    return write(ofContract.values());
  }

  /** Returns the servers of an operation; empty when it has those of the contract. */
  ArrayNode of(MergedOperation operation) {
    return write(own.getOrDefault(operation, Map.of()).values());
  }

  private static ArrayNode write(Collection<ServerUrl> urls) {
    ArrayNode servers = JsonNodes.array();
    for (ServerUrl url : urls) {
      ObjectNode server = servers.addObject().put("url", url.toString());
      if (!url.otherValues().isEmpty()) {
        server.put("description", url.otherValues());
      }
    }
    return servers;
  }
}
