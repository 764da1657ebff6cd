package io.github.videotasks.spec.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.drift.ContractAcceptance;
import io.github.videotasks.spec.fetch.FetchLimits;
import io.github.videotasks.spec.fetch.PublishedPageReader;
import io.github.videotasks.spec.page.ProviderRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A spec folder with the bundled pages, and a loopback host that publishes them. */
final class WatchFixture implements AutoCloseable {
  static final List<String> PROVIDERS =
      List.of("chainhub-grok", "chainhub-openai", "chainhub-sora", "chainhub-veo", "jxincm-sora");

  private static final String CORRECTION =
      """
      overlay: 1.0.0
      x-why: The pages have no title and no version.
      x-evidence: pages/chainhub-grok.md:8
      actions:
        - target: $.info
          update:
            title: Video
            version: 1.0.0
        - target: $.paths['/v1/video/query'].get
          update:
            operationId: query
      """;

  final List<String> notices = new ArrayList<>();
  private final Path folder;
  final VendorHost host;

  private WatchFixture(Path folder, VendorHost host) {
    this.folder = folder;
    this.host = host;
  }

  /** Creates the folder in a state that passes the check; its contract is released as 1.0.0. */
  static WatchFixture create(Path root) throws IOException {
    WatchFixture fixture = new WatchFixture(root.resolve("spec"), VendorHost.start());
    Path folder = fixture.folder;
    for (String name : List.of("pages", "corrections", "released")) {
      Files.createDirectories(folder.resolve(name));
    }
    StringBuilder providers = new StringBuilder("providers:\n");
    for (String id : PROVIDERS) {
      String text = Files.readString(Path.of("../pages", id + ".md"));
      Files.writeString(folder.resolve("pages/" + id + ".md"), text);
      fixture.publish(id, text);
      providers.append("  - id: ").append(id).append("\n    page: ").append(id).append(".md\n");
      providers.append("    source: ").append(fixture.host.url("/" + id + ".md")).append('\n');
    }
    Files.writeString(folder.resolve("providers.yaml"), providers);
    Files.writeString(folder.resolve("corrections/010-names.overlay.yaml"), CORRECTION);
    Files.writeString(folder.resolve("CHANGELOG.md"), "# Changes\n");
    var derived = Derivation.derive(SourcePaths.of(folder));
    Files.write(folder.resolve("released/openapi.yaml"), derived.files().get("openapi.yaml"));
    new ContractAcceptance(folder, line -> {}).accept(derived);
    return fixture;
  }

  Path folder() {
    return folder;
  }

  Path memory() {
    return folder.resolveSibling("memory");
  }

  String published(String provider) {
    return host.page("/" + provider + ".md");
  }

  void publish(String provider, String text) {
    host.publish("/" + provider + ".md", text);
  }

  WatchResult run(Instant now, String... acceptedLosses) throws Exception {
    return run(now, client(), acceptedLosses);
  }

  WatchResult run(Instant now, PageClient client, String... acceptedLosses) throws Exception {
    HostLimit limit = new HostLimit(2, Duration.ofSeconds(1), () -> 0, nanos -> {});
    return new PageWatch(folder, memory(), client, limit, InstantSource.fixed(now), notices::add)
        .run(
            ProviderRegistry.read(folder.resolve("providers.yaml")).sources(),
            Set.of(acceptedLosses));
  }

  /** Fetches from loopback, which is not public. */
  static PageClient client() {
    FetchLimits limits = FetchLimits.DEFAULT.withAllowPrivate(true);
    return (url, name, known) -> new PublishedPageReader(limits).read(url, name, known);
  }

  /** Returns the contents of all files with their time stamps. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString().replace('\\', '/'),
            Files.getLastModifiedTime(file) + "\n" + new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return files;
  }

  /** Returns the names of the files that differ, in order. */
  static List<String> differences(Map<String, String> before, Map<String, String> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> !String.valueOf(before.get(name)).equals(after.get(name)))
        .toList();
  }

  @Override
  public void close() {
    host.close();
  }
}
