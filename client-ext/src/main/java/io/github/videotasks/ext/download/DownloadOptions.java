package io.github.videotasks.ext.download;

import java.time.Duration;

/**
 * Options of a download. Immutable: each {@code with…} method returns a changed copy and throws an
 * {@link IllegalArgumentException} for an invalid value.
 *
 * <p>Defaults: timeout 30 min, stall timeout 30 s, at most 4 GiB, 5 consecutive failures, https
 * URLs of public hosts only, no proxy, partial files are kept for a later download, progress
 * interval 250 ms, no listener.
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
      NetworkScope networkScope,
      ExpectedFile expected,
      boolean keepPartialFile,
      DownloadListener listener,
      Duration progressInterval) {
    this.limits = limits;
    this.networkScope = networkScope;
    this.expected = expected;
    this.keepPartialFile = keepPartialFile;
    this.listener = listener;
    this.progressInterval = progressInterval;
  }

  /** {@return options with the default values} */
  public static DownloadOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Sets the timeout for one file.
   *
   * @param value the maximum time, positive; it starts when the download starts, not while it is in
   *     the queue
   * @return a copy with this timeout
   * @throws IllegalArgumentException if the value is zero or negative
   */
  public DownloadOptions withTimeout(Duration value) {
    return with(limits.withTimeout(value));
  }

  /**
   * Sets the stall timeout, after which the request is aborted and retried.
   *
   * @param value the maximum time without a new byte, positive
   * @return a copy with this stall timeout
   * @throws IllegalArgumentException if the value is zero or negative
   */
  public DownloadOptions withStallTimeout(Duration value) {
    return with(limits.withStallTimeout(value));
  }

  /**
   * Sets the maximum length of a file.
   *
   * @param value the maximum length in bytes, 1 or more
   * @return a copy with this limit
   * @throws IllegalArgumentException if the value is less than 1
   */
  public DownloadOptions withMaxBytes(long value) {
    return with(limits.withMaxBytes(value));
  }

  /**
   * Sets how many consecutive failures without a new byte are tolerated; one more ends the
   * download.
   *
   * @param value the maximum number of failures, 0 or more
   * @return a copy with this limit
   * @throws IllegalArgumentException if the value is negative
   */
  public DownloadOptions withMaxFailures(int value) {
    return with(limits.withMaxFailures(value));
  }

  private DownloadOptions with(DownloadLimits value) {
    return new DownloadOptions(
        value, networkScope, expected, keepPartialFile, listener, progressInterval);
  }

  /**
   * Allows files on this machine and in private networks. Otherwise the socket refuses to connect
   * to such an IP address, whatever host name was resolved to it.
   *
   * @return a copy that allows them
   */
  public DownloadOptions withPrivateNetworks() {
    return with(new NetworkScope(true, networkScope.plainHttp(), networkScope.proxy()));
  }

  /**
   * Allows http beyond this machine: the file can then be read and changed in transit.
   *
   * @return a copy that allows it
   */
  public DownloadOptions withPlainHttp() {
    return with(new NetworkScope(networkScope.privateNetworks(), true, networkScope.proxy()));
  }

  /**
   * Uses the proxy of the shared HTTP client, or else the default proxy of the JVM. Otherwise files
   * are downloaded directly, because with a proxy the resolved IP addresses cannot be checked here:
   * only hosts that are IP addresses themselves are checked, the proxy must refuse the others.
   *
   * @return a copy that uses the proxy
   */
  public DownloadOptions withProxy() {
    return with(new NetworkScope(networkScope.privateNetworks(), networkScope.plainHttp(), true));
  }

  private DownloadOptions with(NetworkScope value) {
    return new DownloadOptions(
        limits, value, expected, keepPartialFile, listener, progressInterval);
  }

  /**
   * Sets the length that the result must have; it does not apply to the other files of a task.
   *
   * @param value the length in bytes, 1 or more
   * @return a copy that checks the length
   * @throws IllegalArgumentException if the value is less than 1
   */
  public DownloadOptions withExpectedBytes(long value) {
    return with(expected.withBytes(value));
  }

  /**
   * Sets the SHA-256 digest that the result must have; it does not apply to the other files of a
   * task.
   *
   * @param value 64 hexadecimal digits in upper or lower case
   * @return a copy that checks the digest
   * @throws IllegalArgumentException if the value is not such a digest
   */
  public DownloadOptions withExpectedSha256(String value) {
    return with(expected.withSha256(value));
  }

  private DownloadOptions with(ExpectedFile value) {
    return new DownloadOptions(
        limits, networkScope, value, keepPartialFile, listener, progressInterval);
  }

  /**
   * Deletes the partial file when the download is cancelled or fails.
   *
   * @return a copy that deletes it; by default it is kept for the next download
   */
  public DownloadOptions withoutPartialFile() {
    return new DownloadOptions(limits, networkScope, expected, false, listener, progressInterval);
  }

  /**
   * Sets the listener that is notified of the progress.
   *
   * @param value called as {@link #withProgressInterval} limits it; none by default
   * @return a copy that notifies the listener
   */
  public DownloadOptions withListener(DownloadListener value) {
    return new DownloadOptions(
        limits, networkScope, expected, keepPartialFile, value, progressInterval);
  }

  /**
   * Sets the minimum time between two calls of the listener; 250 ms by default.
   *
   * @param value the minimum time, positive
   * @return a copy with this interval
   * @throws IllegalArgumentException if the value is zero or negative
   */
  public DownloadOptions withProgressInterval(Duration value) {
    return new DownloadOptions(
        limits,
        networkScope,
        expected,
        keepPartialFile,
        listener,
        DownloadLimits.requirePositive(value, "progress interval"));
  }

  /** Returns the options for one file: the expected length and digest apply only to the result. */
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
