package io.github.videotasks.ext.download;

import java.time.Duration;

/**
 * How a file is brought home. Immutable: each {@code with…} gives a changed copy, and refuses what
 * cannot work with an {@link IllegalArgumentException}.
 *
 * <p>By default: 30 minutes in all, 30 s without a byte, 4 GiB, 5 failures in a row, public https
 * addresses only, no proxy, what was fetched is kept for the next time, nobody listens.
 */
public final class DownloadOptions {

  private static final DownloadOptions DEFAULTS =
      new DownloadOptions(
          DownloadLimits.DEFAULT,
          NetworkScope.PUBLIC,
          ExpectedFile.UNSPECIFIED,
          true,
          DownloadListener.none(),
          Duration.ofMillis(250));

  private final DownloadLimits limits;
  private final NetworkScope networkScope;
  private final ExpectedFile expected;
  private final boolean keepPartialFile;
  private final DownloadListener listener;
  private final Duration progressInterval;

  private DownloadOptions(
      DownloadLimits limits,
      NetworkScope reach,
      ExpectedFile expected,
      boolean partKept,
      DownloadListener listener,
      Duration progressEvery) {
    this.limits = limits;
    this.networkScope = reach;
    this.expected = expected;
    this.keepPartialFile = partKept;
    this.listener = listener;
    this.progressInterval = progressEvery;
  }

  /** The values named above. */
  public static DownloadOptions defaults() {
    return DEFAULTS;
  }

  /** The most time for one file, counted from its turn on: files wait for each other. */
  public DownloadOptions withTimeout(Duration value) {
    return with(limits.withTimeout(value));
  }

  /** The most time without a new byte; then the request is given up and made again. */
  public DownloadOptions withStallTimeout(Duration value) {
    return with(limits.withStallTimeout(value));
  }

  /** The most bytes of a file. */
  public DownloadOptions withMaxBytes(long value) {
    return with(limits.withMaxBytes(value));
  }

  /** The most failures in a row that bring no new byte, 0 or more; one more ends the download. */
  public DownloadOptions withMaxFailures(int value) {
    return with(limits.withMaxFailures(value));
  }

  private DownloadOptions with(DownloadLimits value) {
    return new DownloadOptions(
        value, networkScope, expected, keepPartialFile, listener, progressInterval);
  }

  /**
   * Allows files on this machine and in private networks. Without it, an address that leads to one
   * is refused where the socket would connect, whatever name it goes by.
   */
  public DownloadOptions withPrivateNetworks() {
    return with(new NetworkScope(true, networkScope.plainHttp(), networkScope.proxy()));
  }

  /** Allows http beyond this machine: everybody on the way can then read and change the file. */
  public DownloadOptions withPlainHttp() {
    return with(new NetworkScope(networkScope.privateNetworks(), true, networkScope.proxy()));
  }

  /**
   * Goes through the proxy of the client that was given, or else of the Java machine. Without it
   * files are fetched directly, because behind a proxy nobody here sees where a name leads: only
   * hosts that are addresses themselves are still checked, the rest is the proxy's to refuse.
   */
  public DownloadOptions withProxy() {
    return with(new NetworkScope(networkScope.privateNetworks(), networkScope.plainHttp(), true));
  }

  private DownloadOptions with(NetworkScope value) {
    return new DownloadOptions(
        limits, value, expected, keepPartialFile, listener, progressInterval);
  }

  /** The length that the file must have. */
  public DownloadOptions withExpectedBytes(long value) {
    return with(expected.withBytes(value));
  }

  /** The digest that the file must have: 64 hexadecimal digits. */
  public DownloadOptions withExpectedSha256(String value) {
    return with(expected.withSha256(value));
  }

  private DownloadOptions with(ExpectedFile value) {
    return new DownloadOptions(
        limits, networkScope, value, keepPartialFile, listener, progressInterval);
  }

  /** Leaves nothing behind when the download is cancelled or fails. */
  public DownloadOptions withoutPartialFile() {
    return new DownloadOptions(limits, networkScope, expected, false, listener, progressInterval);
  }

  /** Tells somebody how it goes on. */
  public DownloadOptions withListener(DownloadListener value) {
    return new DownloadOptions(
        limits, networkScope, expected, keepPartialFile, value, progressInterval);
  }

  /** The least time between two calls of the listener; a quarter of a second if not set. */
  public DownloadOptions withProgressInterval(Duration value) {
    return new DownloadOptions(
        limits,
        networkScope,
        expected,
        keepPartialFile,
        listener,
        DownloadLimits.requirePositive(value, "interval"));
  }

  /** What is expected of the result is not expected of its kin. */
  DownloadOptions forItem(DownloadItem item) {
    return item.label().isEmpty() ? this : with(ExpectedFile.UNSPECIFIED);
  }

  DownloadLimits limits() {
    return limits;
  }

  NetworkScope networkScope() {
    return networkScope;
  }

  ExpectedFile expected() {
    return expected;
  }

  boolean keepsPartialFile() {
    return keepPartialFile;
  }

  DownloadListener listener() {
    return listener;
  }

  Duration progressInterval() {
    return progressInterval;
  }

  @Override
  public String toString() {
    return "DownloadOptions[" + limits + ", " + networkScope + ", " + expected + "]";
  }
}
