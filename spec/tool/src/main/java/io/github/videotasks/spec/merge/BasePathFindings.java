package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.ServerUrl;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports what happens to the base paths of servers, once for each list of servers. */
final class BasePathFindings {
  private final Findings out;
  private final boolean inPaths;

  BasePathFindings(Findings out, boolean inPaths) {
    this.out = out;
    this.inPaths = inPaths;
  }

  void report(List<BasePaths.DeclaredUse> all) {
    Map<String, BasePaths.DeclaredUse> firstByBasePath = new LinkedHashMap<>();
    all.forEach(use -> firstByBasePath.putIfAbsent(use.basePath(), use));
    Set<SourceLocation> reported = new HashSet<>();
    for (BasePaths.DeclaredUse use : all) {
      if (reported.add(use.servers().location())) {
        reportSeveral(use);
        if (inPaths && !use.basePath().isEmpty()) {
          reportMoved(use, firstByBasePath);
        }
      }
    }
  }

  /** Reports servers of one list with different base paths: an operation has only one path. */
  private void reportSeveral(BasePaths.DeclaredUse use) {
    List<ServerUrl> urls = use.servers().urls();
    for (ServerUrl other : urls) {
      if (!other.basePath().equals(use.basePath())) {
        out.add(
            use.document()
                .warning(
                    "base-path",
                    use.servers().location(),
                    "expected servers with one base path, found " + urls.get(0) + " and " + other,
                    inPaths
                        ? "Left out the server " + other
                        : "Kept both; operations are identified by the first"));
      }
    }
  }

  private void reportMoved(
      BasePaths.DeclaredUse use, Map<String, BasePaths.DeclaredUse> firstByBasePath) {
    String other =
        firstByBasePath.values().stream()
            .filter(first -> !first.basePath().equals(use.basePath()))
            .findFirst()
            .map(BasePathFindings::description)
            .orElse("no host that could have it");
    out.add(
        use.document()
            .info(
                "base-path",
                use.servers().location(),
                "found the base path of " + use.servers().urls().get(0) + " here and " + other,
                "Wrote it into the paths, such as "
                    + MessageText.excerpt(use.basePath() + use.operation().path())));
  }

  private static String description(BasePaths.DeclaredUse use) {
    List<ServerUrl> urls = use.servers().urls();
    String where = " at " + use.servers().location();
    return urls.isEmpty() ? "no server" + where : urls.get(0) + where;
  }
}
