package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.drift.DriftDetector;
import io.github.videotasks.spec.fetch.PageImport;
import io.github.videotasks.spec.fetch.PageSource;
import io.github.videotasks.spec.output.OutputFolder;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that copies or downloads a page into the folder of pages. */
@Command(
    name = "import",
    description = "Fetches or copies a page, records its origin, and lists the resulting changes.",
    exitCodeList = {
      "0:imported",
      "1:refused; nothing written",
      "2:wrong usage",
      "3:the host does not respond; nothing written"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand extends ToolCommand {
  @Parameters(index = "0", paramLabel = "URL|FILE", description = "An http(s) URL or a file.")
  private String source;

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "ID",
      description = "The provider of the page; lowercase letters, digits, dots, dashes.")
  private String provider;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains pages/, corrections/, providers.yaml and canonical/.")
  private Path folder;

  @Mixin private FetchOptions fetch;

  @Option(
      names = "--host",
      paramLabel = "URL",
      description = "The base URL of the provider; default: the first server of the page.")
  private @Nullable String host;

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description =
          "The model family; states that the page does not show are borrowed from pages of the same"
              + " family.")
  private @Nullable String family;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "The style of its responses: unified or openai.")
  private @Nullable String format;

  @Override
  public Integer call() throws IOException {
    requireUsage(
        provider.matches("[a-z0-9][a-z0-9.-]{0,62}"),
        "--provider: expected lowercase letters, digits, dots and dashes");
    requireSpecFolder(folder);
    recoverSpecFolder(folder);
    PageSource origin = PageSource.of(source);
    requireUsage(
        origin.isUrl() || Files.isRegularFile(Path.of(source)),
        "expected an http(s) URL or a file, found neither");
    byte[] content = origin.read(fetch.limits());
    PageImport page =
        new PageImport(
            folder, provider, entryProperties(), origin, content, LocalDate.now(Clock.systemUTC()));
    DerivationResult derived = page.dryRun();
    if (printRejections(derived)) {
      err().println("Nothing was written.");
      return ExitCode.SOFTWARE;
    }
    OutputFolder canonical = new OutputFolder(folder.resolve("canonical"), notices());
    List<Change> changes = new DriftDetector(canonical).detect(derived);
    Review review = Review.of(changes, canonical.read(), derived.files());
    page.write(notices());
    out().println("Imported pages/" + page.page() + ". Changes of the contract:");
    out().print(ReviewFormat.TEXT.render(review));
    out().println("To accept: " + CheckCommand.ACCEPT_COMMAND);
    out().flush();
    return ExitCode.OK;
  }

  private Map<String, String> entryProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    putIfPresent(properties, "host", host);
    putIfPresent(properties, "family", family);
    putIfPresent(properties, "format", format);
    return properties;
  }

  private static void putIfPresent(
      Map<String, String> properties, String key, @Nullable String value) {
    if (value != null) {
      properties.put(key, value);
    }
  }
}
