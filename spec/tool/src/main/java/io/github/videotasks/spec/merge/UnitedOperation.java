package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports operations that pages distinguish by the query or the fragment of the URL, as in {@code
 * /?Action=Submit}. OpenAPI has one operation for each path and method, so they are united.
 */
final class UnitedOperation {
  private UnitedOperation() {}

  /** Returns the URLs without host that an operation unites, each with its first location. */
  static Map<String, SourceLocation> urls(MergedOperation operation) {
    Map<String, SourceLocation> urls = new TreeMap<>();
    for (SourceOperation source : operation.sources()) {
      SpecDocument document = source.document();
      Operations.DeclaredOperation declaration = source.declaration();
      SourceLocation location =
          document.location(document.root().path("paths"), declaration.pathKey());
      // The names of path parameters may differ.
      String variant = declaration.urlVariant();
      urls.merge(operation.path() + variant, location, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    return urls;
  }

  static void report(MergedOperation operation, Findings out) {
    Map<String, SourceLocation> urls = urls(operation);
    if (urls.size() < 2) {
      return;
    }
    SourceLocation reported = urls.values().stream().min(SourceLocation::compareTo).orElseThrow();
    out.add(
        new Finding(
            "united-operation",
            Severity.WARNING,
            reported,
            "expected one operation for each path and method, found "
                + operation.method()
                + " of "
                + MessageText.list(
                    urls.entrySet().stream()
                        .map(
                            url ->
                                MessageText.excerpt(url.getKey())
                                    + " "
                                    + url.getValue().citedAt(reported))
                        .toList()),
            "United into one operation; what only some of them require is optional"));
  }
}
