package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.ServerUrl;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Decides where the contract has the base paths of servers, which are part of an operation's
 * identity.
 *
 * <p>If all documents have the same base path, it stays in the URLs of the servers. Otherwise each
 * operation has it in its path, and the servers have none: {@code https://h/v1} with {@code /jobs}
 * and {@code https://h} with {@code /v1/jobs} are then the same operation, {@code https://h/v2}
 * with {@code /jobs} is another one.
 */
final class BasePaths {
  private final IdentityHashMap<SpecDocument, List<DeclaredUse>> uses = new IdentityHashMap<>();
  private final boolean inPaths;

  /** One operation of a document with its servers. */
  record DeclaredUse(
      SpecDocument document, Operations.DeclaredOperation operation, SourceServers servers) {
    String basePath() {
      return servers.basePath();
    }

    /** Returns the method and the path of each request, without the names of parameters. */
    String identity() {
      return key(basePath() + operation.path());
    }

    String key(String path) {
      return operation.method() + " " + PathParameterNames.withoutNames(path);
    }
  }

  BasePaths(List<SpecDocument> documents, Findings out) {
    List<DeclaredUse> all = new ArrayList<>();
    for (SpecDocument document : documents) {
      List<DeclaredUse> ofDocument = new ArrayList<>();
      for (Operations.DeclaredOperation operation : Operations.of(document)) {
        ofDocument.add(new DeclaredUse(document, operation, SourceServers.of(document, operation)));
      }
      uses.put(document, ofDocument);
      all.addAll(ofDocument);
    }
    boolean none = all.stream().allMatch(use -> use.basePath().isEmpty());
    this.inPaths = !none && !canStayInServers(all);
    new BasePathFindings(out, inPaths).report(all);
  }

  /** Returns the operations of a document, each with its path in the contract. */
  List<Operations.DeclaredOperation> operations(SpecDocument document) {
    return uses.getOrDefault(document, List.of()).stream()
        .map(use -> use.operation().withPath(contractPath(use)))
        .toList();
  }

  /** Returns the URLs of servers as the contract has them; only those with a host. */
  List<ServerUrl> contractUrls(List<ServerUrl> declared) {
    String basePath = SourceServers.basePath(declared);
    return declared.stream()
        .filter(url -> url.hasHost() && (!inPaths || url.basePath().equals(basePath)))
        .map(url -> inPaths ? url.withoutBasePath() : url)
        .toList();
  }

  private String contractPath(DeclaredUse use) {
    return inPaths || isWithoutHost(use)
        ? use.basePath() + use.operation().path()
        : use.operation().path();
  }

  /** An operation with a base path of its own at an unknown host has no server to carry it. */
  private static boolean isWithoutHost(DeclaredUse use) {
    return use.servers().own() && !use.servers().hasHost();
  }

  private static boolean canStayInServers(List<DeclaredUse> all) {
    String common = null;
    boolean host = false;
    for (DeclaredUse use : all) {
      if (!use.servers().own()) {
        if (common != null && !common.equals(use.basePath())) {
          return false;
        }
        common = use.basePath();
        host |= use.servers().hasHost();
      }
    }
    String base = Objects.requireNonNullElse(common, "");
    return (base.isEmpty() || host) && isUnambiguous(all, base);
  }

  /** Returns whether equal paths are equal operations, and different paths different ones. */
  private static boolean isUnambiguous(List<DeclaredUse> all, String base) {
    Map<String, String> identities = new HashMap<>();
    Map<String, String> keys = new HashMap<>();
    for (DeclaredUse use : all) {
      boolean moved = isWithoutHost(use);
      if (moved && !base.isEmpty()) {
        return false;
      }
      String key =
          use.key(moved ? use.basePath() + use.operation().path() : use.operation().path());
      String identity = use.identity();
      if (!identity.equals(identities.computeIfAbsent(key, k -> identity))
          || !key.equals(keys.computeIfAbsent(identity, k -> key))) {
        return false;
      }
    }
    return true;
  }
}
