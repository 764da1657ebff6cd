package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.policy.ReviewPolicy;
import io.github.videotasks.spec.review.FindingReview;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewFormat;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that derives and prints all findings. */
@Command(
    name = "findings",
    description = "Derives the contract and prints all findings of the pages.",
    exitCodeList = {"0:all merged", "1:something refused", "2:wrong usage"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FindingsCommand extends ToolCommand {
  @Mixin private SpecFolderOption source;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json, markdown, html, github, sarif or junit; default: ${DEFAULT-VALUE}.")
  private String format;

  @Override
  public Integer call() throws IOException {
    ReviewFormat named = ReviewFormat.named(format);
    if (named == null) {
      throw usageError("--format: expected " + ReviewFormat.names() + ", found " + format);
    }
    DerivationResult derived = derive(source.folder());
    Review review =
        ReviewPolicy.read(source.folder(), Clock.systemUTC())
            .apply(FindingReview.of(derived.findings(), derived.files()))
            .withPageFolder(ModuleFolder.of(source.folder()));
    out().print(named.render(review));
    out().flush();
    return review.hasErrors() ? ExitCode.SOFTWARE : ExitCode.OK;
  }
}
