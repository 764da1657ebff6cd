package io.github.videotasks.spec;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import java.util.List;
import java.util.SortedMap;

/**
 * The result of a derivation: files, findings and summary counts.
 *
 * @param files the derived files by their path below the output folder, such as {@code
 *     openapi.yaml}
 * @param findings everything that was changed, dropped, contradicted or refused, by file and line
 * @param pages one summary for each page
 * @param operations one summary for each operation of the contract
 */
public record DerivationResult(
    SortedMap<String, byte[]> files,
    List<Finding> findings,
    List<PageSummary> pages,
    List<OperationSummary> operations) {

  /**
   * The summary of one page.
   *
   * @param provider the provider's id
   * @param file the path of the page, such as {@code pages/acme.md}
   * @param documents the number of documents that were read from the page
   * @param examples the number of examples on the page
   * @param findings the number of findings located on the page
   */
  public record PageSummary(
      String provider, String file, int documents, int examples, int findings) {}

  /**
   * The summary of one operation.
   *
   * @param operationId its id in the contract
   * @param method the HTTP method
   * @param path the path template
   * @param providers the ids of the providers that offer it
   * @param examples the number of examples of its responses
   */
  public record OperationSummary(
      String operationId, String method, String path, List<String> providers, int examples) {}

  /** {@return the findings that refused a document, an operation or a correction} */
  public List<Finding> rejections() {
    return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }
}
