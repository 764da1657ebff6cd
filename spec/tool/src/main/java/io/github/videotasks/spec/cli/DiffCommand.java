package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.diff.ContractReader;
import io.github.videotasks.spec.output.FileTransaction;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that compares two contracts. */
@Command(
    name = "diff",
    description =
        "Lists the changes between two contracts, whom each change breaks, and the required version"
            + " step.",
    exitCodeList = {"0:nothing breaks", "1:something breaks, or was refused", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DiffCommand extends ToolCommand {
  private static final String CHANGELOG = "changelog";

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The old contract: openapi.yaml, or a folder of derived files.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new contract, in the same form.")
  private Path after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json, markdown, html, github, sarif, junit, or changelog (an entry of"
              + " CHANGELOG.md); default: ${DEFAULT-VALUE}.")
  private String format;

  @Override
  public Integer call() throws IOException {
    Map<String, byte[]> old = read(before);
    Map<String, byte[]> now = read(after);
    if (Files.isRegularFile(before) || Files.isRegularFile(after)) {
      // One of the two has no examples to compare with.
      old.keySet().retainAll(List.of("openapi.yaml"));
      now.keySet().retainAll(List.of("openapi.yaml"));
    }
    Review review = Review.between(old, now);
    out().print(report(review, old, now));
    out().flush();
    return review.hasErrors() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private String report(Review review, Map<String, byte[]> old, Map<String, byte[]> now) {
    if (format.equals(CHANGELOG)) {
      return ChangelogEntry.between(contract(old), contract(now)).toMarkdown();
    }
    ReviewFormat named = ReviewFormat.named(format);
    if (named == null) {
      throw usageError(
          "--format: expected " + ReviewFormat.names() + " or changelog, found " + format);
    }
    return named.render(review);
  }

  private static byte[] contract(Map<String, byte[]> files) {
    return Objects.requireNonNull(files.get("openapi.yaml"));
  }

  private Map<String, byte[]> read(Path path) throws IOException {
    requireUsage(Files.exists(path), "expected a file or folder, found none at " + path);
    if (Files.isDirectory(path)) {
      FileTransaction.recover(path, notices());
    }
    return ContractReader.read(path);
  }
}
