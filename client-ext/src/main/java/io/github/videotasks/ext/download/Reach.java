package io.github.videotasks.ext.download;

/**
 * Where a download may go besides public addresses over https.
 *
 * @param privateAddresses also into private networks and to this machine
 * @param plainHttp also over http beyond this machine
 * @param proxy through the proxy that the client has
 */
record Reach(boolean privateAddresses, boolean plainHttp, boolean proxy) {

  static final Reach PUBLIC = new Reach(false, false, false);
}
