package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.fetch.FetchLimits;
import io.github.videotasks.spec.fetch.PublishedPageReader;
import io.github.videotasks.spec.page.PageSourceUrl;
import io.github.videotasks.spec.page.ProviderRegistry;
import io.github.videotasks.spec.watch.HostLimit;
import io.github.videotasks.spec.watch.PageWatch;
import io.github.videotasks.spec.watch.WatchResult;
import io.github.videotasks.spec.watch.WatchedPage;
import io.github.videotasks.spec.watch.WatchedPage.Status;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that fetches all pages again and leaves one change. */
@Command(
    name = "watch",
    description =
        "Fetches the pages that have a source in providers.yaml, and writes one change: pages,"
            + " contract, version, changelog and REVIEW.md.",
    exitCodeList = {
      "0:nothing changed; no file touched",
      "1:the folder is not up to date; nothing written",
      "2:wrong usage",
      "3:nothing changed, and pages failed",
      "10:changed",
      "11:changed, and pages failed"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WatchCommand extends ToolCommand {
  private static final int MAX_PAUSE_SECONDS = 3600;
  private static final int MAX_IN_FLIGHT = 16;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains pages/, corrections/, providers.yaml and canonical/.")
  private Path folder;

  @Option(
      names = "--memory",
      paramLabel = "DIR",
      description =
          "The folder for what the next run needs: ETags, since when a page fails, and the texts"
              + " that were not accepted. Default: a folder for DIR in the cache of the user.")
  private @Nullable Path memory;

  @Option(
      names = "--accept-loss",
      paramLabel = "ID",
      description =
          "Takes the text of this provider although it lacks operations or examples, or is that of"
              + " another provider; repeatable.")
  private Set<String> acceptedLosses = new LinkedHashSet<>();

  @Option(
      names = "--per-host",
      paramLabel = "N",
      defaultValue = "2",
      description = "The largest number of requests to one host in flight (default: 2).")
  private int perHost;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "The pause between the starts of two requests to one host (default: 1).")
  private int pause;

  @Mixin private FetchOptions fetch;

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireUsage(
        perHost > 0 && perHost <= MAX_IN_FLIGHT,
        "--per-host: expected a number from 1 to " + MAX_IN_FLIGHT);
    requireUsage(
        pause >= 0 && pause <= MAX_PAUSE_SECONDS,
        "--pause: expected a number from 0 to " + MAX_PAUSE_SECONDS);
    requireSpecFolder(folder);
    recoverSpecFolder(folder);
    List<PageSourceUrl> sources = readSources();
    if (sources.isEmpty()) {
      err()
          .println(
              "providers.yaml: expected an entry with 'source', found none; nothing is fetched. Add"
                  + " the URL that a page is fetched from.");
      return ExitCode.OK;
    }
    FetchLimits limits = fetch.limits();
    WatchResult result =
        new PageWatch(
                folder,
                memory == null ? defaultMemory(folder) : memory,
                (url, name, known) -> new PublishedPageReader(limits).read(url, name, known),
                HostLimit.of(perHost, Duration.ofSeconds(pause)),
                InstantSource.system(),
                notices())
            .run(sources, acceptedLosses);
    print(result);
    return result.exitCode();
  }

  private List<PageSourceUrl> readSources() throws IOException {
    Path file = folder.resolve("providers.yaml");
    List<PageSourceUrl> sources =
        Files.isRegularFile(file) ? ProviderRegistry.read(file).sources() : List.of();
    for (String id : acceptedLosses) {
      requireUsage(
          sources.stream().anyMatch(source -> source.provider().equals(id)),
          "--accept-loss: expected the id of an entry with 'source' in providers.yaml");
    }
    return sources;
  }

  private void print(WatchResult result) {
    for (WatchedPage page : result.pages()) {
      (page.status() == Status.FAILED ? err() : out()).println(page);
    }
    result.remaining().forEach(line -> err().println("Not complete yet. " + line));
    out()
        .println(
            result.count(Status.CHANGED)
                + " changed, "
                + result.count(Status.UNCHANGED)
                + " unchanged, "
                + result.count(Status.FAILED)
                + " failed; "
                + (result.written().isEmpty()
                    ? "no file written."
                    : result.written().size() + " files written, read REVIEW.md first."));
  }

  /** Returns a folder for one spec folder in the cache that the start script uses too. */
  private static Path defaultMemory(Path folder) throws IOException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    String path = folder.toRealPath().toString();
    String name = Sha256.hex(path.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    return root.resolve("video-tasks-spec-tool/watch").resolve(name);
  }
}
