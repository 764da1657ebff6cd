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
          Limits.DEFAULT,
          Reach.PUBLIC,
          Expected.NOTHING,
          true,
          DownloadListener.none(),
          Duration.ofMillis(250));

  private final Limits limits;
  private final Reach reach;
  private final Expected expected;
  private final boolean partKept;
  private final DownloadListener listener;
  private final Duration progressEvery;

  private DownloadOptions(
      Limits limits,
      Reach reach,
      Expected expected,
      boolean partKept,
      DownloadListener listener,
      Duration progressEvery) {
    this.limits = limits;
    this.reach = reach;
    this.expected = expected;
    this.partKept = partKept;
    this.listener = listener;
    this.progressEvery = progressEvery;
  }

  /** The values named above. */
  public static DownloadOptions defaults() {
    return DEFAULTS;
  }

  /** The most time for one file, counted from its turn on: files wait for each other. */
  public DownloadOptions withLimit(Duration value) {
    return with(limits.withTotal(value));
  }

  /** The most time without a new byte; then the request is given up and made again. */
  public DownloadOptions withStallLimit(Duration value) {
    return with(limits.withStall(value));
  }

  /** The most bytes of a file. */
  public DownloadOptions withMaxBytes(long value) {
    return with(limits.withBytes(value));
  }

  /** The most failures in a row that bring no new byte, 0 or more; one more ends the download. */
  public DownloadOptions withMaxFailures(int value) {
    return with(limits.withFailures(value));
  }

  private DownloadOptions with(Limits value) {
    return new DownloadOptions(value, reach, expected, partKept, listener, progressEvery);
  }

  /**
   * Allows files on this machine and in private networks. Without it, an address that leads to one
   * is refused where the socket would connect, whatever name it goes by.
   */
  public DownloadOptions withPrivateAddresses() {
    return with(new Reach(true, reach.plainHttp(), reach.proxy()));
  }

  /** Allows http beyond this machine: everybody on the way can then read and change the file. */
  public DownloadOptions withPlainHttp() {
    return with(new Reach(reach.privateAddresses(), true, reach.proxy()));
  }

  /**
   * Goes through the proxy of the client that was given, or else of the Java machine. Without it
   * files are fetched directly, because behind a proxy nobody here sees where a name leads: only
   * hosts that are addresses themselves are still checked, the rest is the proxy's to refuse.
   */
  public DownloadOptions withProxy() {
    return with(new Reach(reach.privateAddresses(), reach.plainHttp(), true));
  }

  private DownloadOptions with(Reach value) {
    return new DownloadOptions(limits, value, expected, partKept, listener, progressEvery);
  }

  /** The length that the file must have. */
  public DownloadOptions withExpectedBytes(long value) {
    return with(expected.withBytes(value));
  }

  /** The digest that the file must have: 64 hexadecimal digits. */
  public DownloadOptions withExpectedSha256(String value) {
    return with(expected.withSha256(value));
  }

  private DownloadOptions with(Expected value) {
    return new DownloadOptions(limits, reach, value, partKept, listener, progressEvery);
  }

  /** Leaves nothing behind when the download is cancelled or fails. */
  public DownloadOptions withoutPart() {
    return new DownloadOptions(limits, reach, expected, false, listener, progressEvery);
  }

  /** Tells somebody how it goes on. */
  public DownloadOptions withListener(DownloadListener value) {
    return new DownloadOptions(limits, reach, expected, partKept, value, progressEvery);
  }

  /** The least time between two calls of the listener; a quarter of a second if not set. */
  public DownloadOptions withProgressEvery(Duration value) {
    return new DownloadOptions(
        limits, reach, expected, partKept, listener, Limits.positive(value, "interval"));
  }

  /** What is expected of the result is not expected of its kin. */
  DownloadOptions forItem(Item item) {
    return item.label().isEmpty() ? this : with(Expected.NOTHING);
  }

  Limits limits() {
    return limits;
  }

  Reach reach() {
    return reach;
  }

  Expected expected() {
    return expected;
  }

  boolean isPartKept() {
    return partKept;
  }

  DownloadListener listener() {
    return listener;
  }

  Duration progressEvery() {
    return progressEvery;
  }

  @Override
  public String toString() {
    return "DownloadOptions[" + limits + ", " + reach + ", " + expected + "]";
  }
}
