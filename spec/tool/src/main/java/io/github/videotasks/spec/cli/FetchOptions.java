package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.fetch.FetchLimits;
import picocli.CommandLine.Option;

/** The options of the commands that fetch pages. */
final class FetchOptions {
  @Option(
      names = "--allow-private",
      description = "Also fetches from IP addresses that are not public.")
  private boolean allowPrivate;

  @Option(
      names = "--proxy",
      description =
          "Uses the HTTP proxy of the system properties, such as -Dhttps.proxyHost=HOST before"
              + " -jar; the proxy connects to any host.")
  private boolean proxy;

  FetchLimits limits() {
    return FetchLimits.DEFAULT.withAllowPrivate(allowPrivate).withProxy(proxy);
  }
}
