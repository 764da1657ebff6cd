package io.github.videotasks.spec;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import java.util.List;
import java.util.SortedMap;

/**
 * What a derivation gives.
 *
 * @param files the derived files by their path below the output folder, such as {@code
 *     openapi.yaml}
 * @param findings everything that was changed, dropped, contradicted or refused, by file and line
 * @param pages one line about each page
 * @param operations one line about each operation of the contract
 */
public record DerivationResult(
    SortedMap<String, byte[]> files,
    List<Finding> findings,
    List<PageSummary> pages,
    List<OperationSummary> operations) {

  /**
   * One page.
   *
   * @param provider the provider's id
   * @param file the page
   * @param documents how many documents were read from it
   * @param examples how many examples it shows
   * @param findings how many findings name it
   */
  public record PageSummary(
      String provider, String file, int documents, int examples, int findings) {}

  /**
   * One operation.
   *
   * @param operationId its id in the contract
   * @param method the HTTP method
   * @param path the path template
   * @param providers the ids of the providers that offer it
   * @param examples how many examples show its answers
   */
  public record OperationSummary(
      String operationId, String method, String path, List<String> providers, int examples) {}

  /** Gives the findings that refused a document, an operation or a correction. */
  public List<Finding> rejections() {
    return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }
}
